package com.smartfitness.fleet.demo;

import com.smartfitness.devices.Face;
import com.smartfitness.devices.SigningDevice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What people do in the fleet, each step with the patience of an app that waits for events to arrive. */
public final class Journey {

    private static final Map<String, String> NAMES = Map.of("GATE", "정문 게이트", "CAMERA", "정문 카메라", "SENSOR", "실내 센서");

    private final GatewayClient gateway;

    public Journey(GatewayClient gateway) {
        this.gateway = gateway;
    }

    /** An owner signs up, unless that has been done, and in; the access token. */
    public String becomeOwner(Account account) {
        signUp("/api/v1/owners", account, Map.of("name", "김지점", "alias", "강남 지점주"));
        return signIn(account);
    }

    /** A helper signs up for a branch, unless that has been done, and in; the access token. */
    public String becomeHelper(Account account, String branchId) {
        signUp("/api/v1/helpers", account, Map.of("name", "이헬퍼", "alias", "빨래왕", "branchId", branchId));
        return signIn(account);
    }

    /** A customer signs up with a card, unless that has been done, and in; the access token. */
    public String becomeCustomer(Account account) {
        Map<String, String> card = Map.of("number", "4242424242424242", "expiry", "2099-12", "cvv", "123");
        signUp("/api/v1/customers", account, Map.of("name", "김민지", "alias", "새벽반", "card", card));
        return signIn(account);
    }

    /** Somebody signs in; the access token. */
    public String signIn(Account account) {
        Map<String, String> credentials = Map.of("email", account.email(), "password", account.password());
        return GatewayClient.untilArrived(() -> gateway.post("/api/v1/tokens", credentials, null))
                .text("accessToken");
    }

    /** An owner opens a branch; its id. */
    public String openBranch(String owner, String name) {
        Map<String, Object> branch = branch(name, 420);
        return GatewayClient.untilArrived(() -> gateway.post("/api/v1/branches", branch, owner))
                .text("branchId");
    }

    /** The branch that an owner has opened last; its id, or nothing where there is none. */
    public String newestBranch(String owner) {
        Answer page = gateway.get("/api/v1/branches?limit=1", owner).orFail();
        return page.body().path("items").path(0).path("branchId").asString("");
    }

    /** An owner gives a branch another name and size, in square metres, whatever it has had. */
    public void editBranch(String owner, String branchId, String name, int size) {
        gateway.put("/api/v1/branches/" + branchId, branch(name, size), owner).orFail();
    }

    /** A helper sends a photo, JPEG; the task's id. */
    public String sendPhoto(String helper, byte[] photo) {
        return GatewayClient.untilArrived(() -> gateway.upload("/api/v1/tasks", "photo", photo, helper))
                .text("taskId");
    }

    /** The task once the model has judged it. */
    public Answer awaitJudgement(String helper, String taskId) {
        return GatewayClient.until(
                () -> gateway.get("/api/v1/tasks/" + taskId, helper),
                answer -> answer.text("status").equals("JUDGED"));
    }

    /** The owner's judgement, with a reason in case it differs from the model's. */
    public Answer confirm(String owner, String taskId) {
        Map<String, String> confirmation = Map.of("result", "양호", "reason", "수건이 모두 개어져 있습니다.");
        String path = "/api/v1/tasks/%s/confirmation".formatted(taskId);
        return GatewayClient.untilArrived(() -> gateway.post(path, confirmation, owner));
    }

    /** The training sample once it is there, its photo included. */
    public Answer awaitSample(String operator, String taskId) {
        return GatewayClient.until(
                () -> gateway.get("/api/v1/training-samples/" + taskId, operator),
                answer -> answer.text("photo").equals("FETCHED"));
    }

    /** The branch's tasks once the owner sees this one as done. */
    public Answer awaitDone(String owner, String branchId, String taskId) {
        return GatewayClient.until(
                () -> gateway.get("/api/v1/branches/%s/tasks".formatted(branchId), owner),
                answer -> statusOf(taskId, answer).equals("DONE"));
    }

    /** The helper's balance once there is one. */
    public Answer awaitReward(String helper) {
        return GatewayClient.until(
                () -> gateway.get("/api/v1/balance", helper),
                answer -> answer.body().path("amount").asLong(0) > 0);
    }

    /**
     * An owner registers equipment that stands in a branch; the device under its id.
     *
     * @param type {@code GATE} or {@code CAMERA}
     */
    public SigningDevice install(String owner, String branchId, String type) {
        return install(owner, branchId, type, "127.0.0.1:9");
    }

    /**
     * The same, of equipment that is asked at a given address when it is silent.
     *
     * @param type {@code GATE}, {@code CAMERA} or {@code SENSOR}
     */
    public SigningDevice install(String owner, String branchId, String type, String pingAddress) {
        SigningDevice device = gateway.device();
        Map<String, Object> registration = Map.of(
                "branchId",
                branchId,
                "equipmentType",
                type,
                "name",
                NAMES.getOrDefault(type, type),
                "pingAddress",
                pingAddress,
                "publicKey",
                device.publicKey());
        String id = GatewayClient.untilArrived(() -> gateway.post("/api/v1/equipment", registration, owner))
                .text("equipmentId");
        return device.registeredAs(id);
    }

    /** An owner has equipment taken away. */
    public void uninstall(String owner, SigningDevice device) {
        gateway.delete("/api/v1/equipment/" + device.id(), owner).orFail();
    }

    /** A customer agrees that a camera keeps the face. */
    public void enrol(String customer, SigningDevice camera, Face face) {
        GatewayClient.until(
                () -> gateway.signed(camera, "PUT", "/api/v1/faces/me", face.enrolment(), customer), Answer::isSuccess);
    }

    /** A customer agrees that the face on a photo, JPEG, is kept. */
    public void enrol(String customer, byte[] photo) {
        Map<String, String> consent = Map.of("consent", "true");
        GatewayClient.untilArrived(() -> gateway.upload("/api/v1/faces/me", "photos", photo, consent, customer));
    }

    /** A gate asks who stands before it. */
    public Answer verify(SigningDevice gate, Face face) {
        return gateway.signed(gate, "POST", verifications(gate), face.question(), null);
    }

    /** A gate asks, once it is known, who is on the photo, JPEG, that its camera has taken. */
    public Answer verify(SigningDevice gate, byte[] photo) {
        return GatewayClient.until(
                () -> gateway.signedPhoto(gate, verifications(gate), photo),
                answer -> !answer.isPassing() && !answer.problem().equals("invalid-device-proof"));
    }

    /** The answer once the gate is known and opens; with it, it reports that it has. */
    public Answer enter(SigningDevice gate, Face face) {
        return enter(gate, () -> verify(gate, face));
    }

    /** The same with a photo, JPEG. */
    public Answer enter(SigningDevice gate, byte[] photo) {
        return enter(gate, () -> verify(gate, photo));
    }

    private Answer enter(SigningDevice gate, Supplier<Answer> question) {
        Answer granted =
                GatewayClient.until(question, answer -> answer.text("decision").equals("GRANTED"));
        opened(gate, granted);
        return granted;
    }

    /** A gate reports that it has opened as it was told to. */
    public void opened(SigningDevice gate, Answer granted) {
        String path = "/api/v1/accesses/%s/outcome".formatted(granted.text("accessId"));
        gateway.signed(gate, "POST", path, "{\"opened\":true}", null).orFail();
    }

    private static String verifications(SigningDevice gate) {
        return "/api/v1/gates/%s/verifications".formatted(gate.id());
    }

    private void signUp(String path, Account account, Map<String, ?> details) {
        Map<String, Object> body = new HashMap<>(details);
        body.put("email", account.email());
        body.put("password", account.password());
        Answer answer = GatewayClient.until(() -> gateway.post(path, body, null), reply -> !reply.isPassing());
        if (!answer.problem().equals("email-taken")) {
            answer.orFail();
        }
    }

    private static Map<String, Object> branch(String name, int size) {
        return Map.of(
                "name",
                name,
                "address",
                "서울특별시 강남구 강남대로 396",
                "location",
                Map.of("latitude", 37.4979, "longitude", 127.0276),
                "timeZone",
                "Asia/Seoul",
                "size",
                size,
                "equipment",
                List.of("런닝머신", "파워랙"),
                "amenities",
                List.of("샤워실", "운동복"),
                "introduction",
                "샤워실이 넓고 조용한 24시간 무인 헬스장입니다.");
    }

    private static String statusOf(String taskId, Answer page) {
        return page.body()
                .path("items")
                .valueStream()
                .filter(task -> task.path("taskId").asString("").equals(taskId))
                .map(task -> task.path("status").asString(""))
                .findFirst()
                .orElse("");
    }
}
