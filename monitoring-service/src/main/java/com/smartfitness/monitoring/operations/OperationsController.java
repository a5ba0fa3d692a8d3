package com.smartfitness.monitoring.operations;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@RequestMapping("/api/v1/operations")
@PreAuthorize("hasRole('OPERATOR')")
class OperationsController {

    private final EquipmentStates equipment;
    private final Followers followers;
    private final LiveOverview overview;

    OperationsController(EquipmentStates equipment, Followers followers, LiveOverview overview) {
        this.equipment = equipment;
        this.followers = followers;
        this.overview = overview;
    }

    @GetMapping("/equipment")
    @Operation(
            summary = "Count equipment by branch, type and state",
            description = "WELL, FAULTY (an open fault), UNHEARD (has never reported) or OUT_OF_SERVICE.")
    List<EquipmentCount> equipment(@RequestParam(required = false) @Nullable String branchId) {
        return equipment.counts(branchId);
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "Watch the fleet",
            description =
                    "Server-sent events. `fleet`, `replication`, `equipment` and `entries` (of the current hour) at first"
                            + " and whenever they have changed, each as its own path answers. `fault` with the fault as data,"
                            + " each time one is detected, acknowledged or over, within about a second. Read the list of open"
                            + " faults first; what happens while the stream is away is not repeated.")
    SseEmitter live() {
        SseEmitter follower = followers.add();
        overview.tell(follower);
        return follower;
    }
}
