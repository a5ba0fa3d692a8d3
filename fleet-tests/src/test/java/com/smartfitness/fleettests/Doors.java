package com.smartfitness.fleettests;

import com.smartfitness.fleet.Service;
import com.smartfitness.fleet.demo.GatewayClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** Wherever a token is looked at: every service, and the gateway. */
final class Doors {

    /** What a token that is taken is answered with: nobody has the path that is asked for. */
    static final int LET_IN = 404;

    static final int REFUSED = 401;

    private static final HttpClient http = HttpClient.newHttpClient();

    private Doors() {}

    /** The status that each door answers the token with now, by the name of the door. */
    static Map<String, Callable<Integer>> shown(String token) {
        Map<String, Callable<Integer>> doors = new TreeMap<>();
        RunningFleet.fleet().plan().services().stream()
                .filter(service -> service.name().endsWith("-service"))
                .forEach(service -> doors.put(service.name(), () -> statusAt(service, token)));
        GatewayClient gateway = RunningFleet.gateway();
        doors.put("api-gateway", () -> gateway.get("/nothing", token).status());
        return doors;
    }

    private static int statusAt(Service service, String token) throws IOException, InterruptedException {
        URI nothing = service.uri().resolve("/nothing");
        HttpRequest request = HttpRequest.newBuilder(nothing)
                .header("Authorization", "Bearer " + token)
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }
}
