package com.smartfitness.helper.site;

import com.smartfitness.events.BranchStatus;
import com.smartfitness.events.ModelDeployedEvent;
import com.smartfitness.events.ModelType;
import com.smartfitness.events.Role;
import com.smartfitness.events.UserCreatedEvent;
import com.smartfitness.events.UserStatus;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.testing.neighbours.BranchEvents;
import com.smartfitness.testing.neighbours.OtherServices;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The services around: they say what helper-service replicates, and mlops-service hears what it says. */
public final class Neighbours implements AutoCloseable {

    static final String[] NAMES = {"helper", "auth", "branchowner", "mlops"};

    private final OtherServices others;

    Neighbours(BrokerFacts broker) {
        others = OtherServices.at(broker);
        others.hearAllOf("helper", "mlops.everything");
    }

    /** All events of a type about a task so far. */
    public List<JsonNode> heard(String type, String taskId) {
        return others.heard("helper.%s.v1".formatted(type), "taskId", taskId);
    }

    /** The first event of a type about a task. */
    public JsonNode await(String type, String taskId) {
        return others.await("helper.%s.v1".formatted(type), "taskId", taskId);
    }

    /** What was said of a model: {@code activated} or {@code rejected}, with the reason. */
    public JsonNode awaitReport(String outcome, String version) {
        return others.await("helper.model-%s.v1".formatted(outcome), "version", version);
    }

    public String owner() {
        return user("U-owner-", Role.BRANCH_OWNER, null, UserStatus.ACTIVE);
    }

    public String helperOf(String branch) {
        return user("U-helper-", Role.HELPER, branch, UserStatus.ACTIVE);
    }

    public String user(String prefix, Role role, @Nullable String branch, UserStatus status) {
        String id = prefix + UUID.randomUUID();
        others.say(new UserCreatedEvent(id, role, "alias", branch, status, Instant.now()));
        return id;
    }

    /** A branch where it is about noon, so that no midnight comes into a test's way. */
    public String branchOf(String owner) {
        int hour = Instant.now().atOffset(ZoneOffset.UTC).getHour();
        return branchOf(owner, ZoneOffset.ofHours(12 - hour).getId(), BranchStatus.OPEN);
    }

    public String branchOf(String owner, String zone, BranchStatus status) {
        String id = "B-" + UUID.randomUUID();
        others.say(new BranchEvents(id, owner, zone).created(status));
        return id;
    }

    public void moves(String branch, String owner, String zone) {
        others.say(new BranchEvents(branch, owner, zone).updated());
    }

    /** mlops-service deploys a laundry model. */
    public void deploys(String version, String url, String sha256) {
        others.say(new ModelDeployedEvent(
                ModelType.LAUNDRY, version, url, sha256, Map.of(), 0.8, null, null, null, Instant.now()));
    }

    @Override
    public void close() {
        others.close();
    }
}
