package com.smartfitness.branchowner;

import com.smartfitness.events.EquipmentFaultDetectedEvent;
import com.smartfitness.events.EquipmentRecoveredEvent;
import com.smartfitness.events.EquipmentType;
import com.smartfitness.events.FaultType;
import com.smartfitness.events.Judgement;
import com.smartfitness.events.ReviewCreatedEvent;
import com.smartfitness.events.TaskConfirmedEvent;
import com.smartfitness.events.TaskJudgedEvent;
import com.smartfitness.testing.stores.Eventually;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** An owner with a branch, what others tell of it, and what the owner's inbox then shows. */
abstract class InboxNeighbourhood extends Neighbourhood {

    static final Instant MORNING = Instant.parse("2026-03-01T00:00:00Z");
    static final String ENTRIES = "/api/v1/inbox/entries";

    final User owner = signedUp(User.anOwner());
    final String branchId = register(owner).text("branchId");

    void judged(String task) {
        neighbours.say(
                2,
                new TaskJudgedEvent(
                        task,
                        "H1",
                        branchId,
                        "s3://photos/1",
                        "9f86d0",
                        MORNING,
                        Judgement.INSUFFICIENT,
                        0.75,
                        "m1",
                        MORNING));
    }

    void confirmed(String task, String by) {
        neighbours.say(
                3,
                new TaskConfirmedEvent(
                        task,
                        "s3://photos/1",
                        Judgement.INSUFFICIENT,
                        Judgement.GOOD,
                        branchId,
                        "H1",
                        MORNING,
                        null,
                        by,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    String faultDetected(String fault) {
        neighbours.say(
                1,
                new EquipmentFaultDetectedEvent(
                        fault,
                        "E1",
                        "정문 게이트",
                        branchId,
                        EquipmentType.GATE,
                        FaultType.PING_FAILED,
                        "no answer",
                        null,
                        MORNING));
        return fault;
    }

    void recovered(String fault) {
        neighbours.say(
                2,
                new EquipmentRecoveredEvent(
                        fault,
                        "E1",
                        "정문 게이트",
                        branchId,
                        EquipmentType.GATE,
                        FaultType.PING_FAILED,
                        "no answer",
                        null,
                        MORNING,
                        MORNING.plusSeconds(60)));
    }

    void reviewed() {
        neighbours.say(1, new ReviewCreatedEvent(anyId("R"), branchId, "C1", 4, "좋아요", MORNING));
    }

    /** Waits until all that was said so far has been applied: something said after it, in each stream, has arrived. */
    void heardAll() {
        User elsewhere = signedUp(User.anOwner());
        String branch = register(elsewhere).text("branchId");
        neighbours.say(
                1,
                new TaskJudgedEvent(
                        anyId("T"), "H1", branch, "s3://1", "9f", MORNING, Judgement.GOOD, 0.9, "m1", MORNING));
        neighbours.say(1, new ReviewCreatedEvent(anyId("R"), branch, "C1", 4, "좋아요", MORNING));
        neighbours.say(1, anyFault(branch));
        Eventually.holds(
                "all has been heard",
                () -> service.get(ENTRIES, elsewhere).items("entryId").size() == 3);
    }

    List<JsonNode> ofKind(String kind) {
        return service.get(ENTRIES + "?kind=" + kind, owner)
                .expect(200)
                .json()
                .get("items")
                .valueStream()
                .toList();
    }

    int unread(String kind) {
        JsonNode counts = service.get("/api/v1/inbox/unread", owner).expect(200).json();
        return counts.at(kind.equals("total") ? "/total" : "/byKind/" + kind).asInt();
    }

    String entryOf(String fault) {
        return ofKind("FAULT").stream()
                .filter(entry -> entry.at("/fault/faultId").asString().equals(fault))
                .map(entry -> entry.get("entryId").asString())
                .findFirst()
                .orElseThrow();
    }
}
