package com.smartfitness.gateway.start;

import com.smartfitness.gateway.start.StartPage.Part;
import com.smartfitness.gateway.start.StartPageProperties.Source;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StartPageController {

    private final StartPageProperties properties;
    private final PartClient client;

    StartPageController(StartPageProperties properties, PartClient client) {
        this.properties = properties;
        this.client = client;
    }

    @GetMapping("/api/v1/start-page")
    @PreAuthorize("hasRole('BRANCH_OWNER')")
    @Operation(
            summary = "What an owner sees first, in one request",
            description =
                    "Own branches, what is unread, the newest of the inbox, tasks that wait and open faults, asked of"
                            + " their services at the same time. A part whose service is away or late is missing and says why;"
                            + " the others are there all the same.")
    StartPage get(HttpServletRequest request) {
        Map<String, CompletableFuture<Part>> asked = new LinkedHashMap<>();
        for (Map.Entry<String, Source> part : properties.parts().entrySet()) {
            asked.put(part.getKey(), client.ask(part.getValue(), request));
        }
        Map<String, Part> parts = new LinkedHashMap<>();
        asked.forEach((name, answer) -> parts.put(name, answer.join()));
        return StartPage.of(parts);
    }
}
