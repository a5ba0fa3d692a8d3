package com.smartfitness.monitoring.fleet;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/operations")
@PreAuthorize("hasRole('OPERATOR')")
class FleetController {

    private final Fleet fleet;

    FleetController(Fleet fleet) {
        this.fleet = fleet;
    }

    @GetMapping("/fleet")
    @Operation(
            summary = "How every service and its stores are",
            description = "By what its processes tell of themselves every five seconds, past their stores: UP,"
                    + " STORE_AWAY, SILENT (down, or cut off from the broker) or UNHEARD.")
    List<ServiceView> services() {
        return fleet.services();
    }

    @GetMapping("/replication")
    @Operation(
            summary = "Replication over the whole fleet",
            description =
                    "Lags, what is unsent, dead letters, drift and copies that are not complete; then the same of each"
                            + " process. What an operator can do about it is at the service itself:"
                            + " `/api/v1/services/{service}/replication`.")
    ReplicationView replication() {
        return fleet.replication();
    }
}
