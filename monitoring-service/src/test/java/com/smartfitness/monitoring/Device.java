package com.smartfitness.monitoring;

import com.smartfitness.devices.SigningDevice;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import tools.jackson.databind.json.JsonMapper;

/** Equipment that is registered, and reports. */
public record Device(RunningMonitoring service, SigningDevice signer, String branch) {

    private static final String PUBLIC_URL = "https://localhost:8080";

    /** A gate in the branch that nobody could ask. */
    public static Device register(RunningMonitoring service, String branch) {
        return register(service, branch, "127.0.0.1:1");
    }

    /** A gate in the branch that is asked at this address. */
    public static Device register(RunningMonitoring service, String branch, String pingAddress) {
        SigningDevice signer = SigningDevice.create("not registered yet", PUBLIC_URL);
        String id = service.post(
                        "/api/v1/equipment",
                        """
                        {"branchId": "%s", "equipmentType": "GATE", "name": "정문 게이트", "pingAddress": "%s",
                         "publicKey": %s}""".formatted(branch, pingAddress, JsonMapper.shared().writeValueAsString(signer.publicKey())),
                        User.anOperator())
                .expect(201)
                .text("equipmentId");
        return new Device(service, signer.registeredAs(id), branch);
    }

    public String id() {
        return signer.id();
    }

    public String path() {
        return "/api/v1/equipment/" + id() + "/reports";
    }

    public Instant now() {
        return service.bean(TestClock.class).instant();
    }

    public Answer isWell() {
        return report("OK", null, now());
    }

    public Answer hasAnError(String detail) {
        return report("ERROR", detail, now());
    }

    public Answer report(String health, String detail, Instant at) {
        String body = body(health, detail, at);
        return send(path(), body, proof(path(), body));
    }

    public Answer send(String path, String body, String proof) {
        return service.send(HttpRequest.newBuilder(service.uri(path))
                .header("Device-Proof", proof)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    public String proof(String path, String body) {
        return signer.proof(
                "POST", path, body.getBytes(StandardCharsets.UTF_8), claims -> claims.issueTime(Date.from(now())));
    }

    public static String body(String health, String detail, Instant at) {
        String what = detail == null ? "" : "\"detail\": \"%s\", ".formatted(detail);
        return "{\"health\": \"%s\", %s\"at\": \"%s\"}".formatted(health, what, at);
    }
}
