package com.smartfitness.devices.simulation;

import com.smartfitness.devices.SigningDevice;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * The way of devices into the fleet. They share one client and its connections, as if they stood behind one router, where
 * real ones have a connection each: at most so many requests are on their way at once, and the others wait their turn.
 */
public final class DeviceLink {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int AT_ONCE = 128;

    private final HttpClient http;
    private final URI fleet;
    private final Semaphore free = new Semaphore(AT_ONCE, true);

    /** @param fleet where the gateway is */
    public DeviceLink(HttpClient http, URI fleet) {
        this.http = http;
        this.fleet = fleet;
    }

    /** A way of its own beside this one: what is on its way here does not hold it up. */
    DeviceLink beside() {
        return new DeviceLink(http, fleet);
    }

    /**
     * What a request was answered with.
     *
     * @param status 0 where there was no answer
     */
    record Reply(int status, String body) {

        boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        /** Whether it may be otherwise the next time. */
        boolean isPassing() {
            return status == 0 || status == 429 || status >= 500;
        }
    }

    /** Posts a JSON document that the device signs, and waits for the answer. */
    Reply post(SigningDevice device, String path, String json) throws InterruptedException {
        free.acquire();
        try {
            HttpRequest request = HttpRequest.newBuilder(fleet.resolve(path))
                    .timeout(LIMIT)
                    .header("Device-Proof", device.proof("POST", path, json))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(json))
                    .build();
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body());
        } catch (IOException unanswered) {
            return new Reply(0, "");
        } finally {
            free.release();
        }
    }
}
