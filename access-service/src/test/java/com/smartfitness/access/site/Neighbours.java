package com.smartfitness.access.site;

import com.smartfitness.devices.SigningDevice;
import com.smartfitness.events.DescriptorModel;
import com.smartfitness.events.EquipmentRegisteredEvent;
import com.smartfitness.events.EquipmentRemovedEvent;
import com.smartfitness.events.EquipmentStatus;
import com.smartfitness.events.EquipmentType;
import com.smartfitness.events.ModelDeployedEvent;
import com.smartfitness.events.ModelType;
import com.smartfitness.events.Role;
import com.smartfitness.events.SigningKeyPublishedEvent;
import com.smartfitness.events.UserCreatedEvent;
import com.smartfitness.events.UserDeactivatedEvent;
import com.smartfitness.events.UserErasedEvent;
import com.smartfitness.events.UserStatus;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.testing.neighbours.BranchEvents;
import com.smartfitness.testing.neighbours.HeardEvent;
import com.smartfitness.testing.neighbours.OtherServices;
import com.smartfitness.testing.tokens.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The services around: they say what access-service replicates, and search-service hears what it says. */
public final class Neighbours implements AutoCloseable {

    static final String[] NAMES = {"access", "auth", "branchowner", "monitoring", "mlops", "search"};

    private final OtherServices others;

    Neighbours(BrokerFacts broker) {
        others = OtherServices.at(broker);
        others.hearAllOf("access", "search.everything");
    }

    /** Everything that was heard. */
    public List<HeardEvent> everything() {
        return others.heard();
    }

    /** All events of a type so far whose field has this value. */
    public List<JsonNode> heard(String type, String field, String value) {
        return others.heard("access.%s.v1".formatted(type), field, value);
    }

    /** The first event of a type whose field has this value. */
    public JsonNode await(String type, String field, String value) {
        return others.await("access.%s.v1".formatted(type), field, value);
    }

    /** auth-service publishes the key that verifies these tokens. */
    public void publishes(TestTokens tokens) {
        Map<String, String> jwk = new HashMap<>();
        tokens.publicKey().toJSONObject().forEach((name, value) -> jwk.put(name, String.valueOf(value)));
        Instant now = Instant.now();
        others.say(new SigningKeyPublishedEvent(
                tokens.publicKey().getKeyID(), jwk, now.minusSeconds(60), now.plus(Duration.ofDays(1))));
    }

    public String user(Role role) {
        String id = "U-" + UUID.randomUUID();
        others.say(new UserCreatedEvent(id, role, "alias", null, UserStatus.ACTIVE, Instant.now()));
        return id;
    }

    public List<String> users(Role role, int count) {
        List<String> ids =
                Stream.generate(() -> "U-" + UUID.randomUUID()).limit(count).toList();
        others.sayAll(ids.stream()
                .map(id -> new UserCreatedEvent(id, role, "alias", null, UserStatus.ACTIVE, Instant.now()))
                .toList());
        return ids;
    }

    public void deactivates(String user) {
        others.say(new UserDeactivatedEvent(user, Role.CUSTOMER, "alias", null, UserStatus.DEACTIVATED, Instant.now()));
    }

    public void erases(String user) {
        others.say(new UserErasedEvent(user));
    }

    public String branchOf(String owner) {
        String id = "B-" + UUID.randomUUID();
        others.say(new BranchEvents(id, owner).created());
        return id;
    }

    public void closes(String branch, String owner) {
        others.say(new BranchEvents(branch, owner).closed());
    }

    public SigningDevice device(EquipmentType type, String branch) {
        SigningDevice device = SigningDevice.create("E-" + UUID.randomUUID(), AccessSite.PUBLIC_URL);
        others.say(new EquipmentRegisteredEvent(
                device.id(), branch, type, "device", device.publicKey(), EquipmentStatus.IN_SERVICE));
        return device;
    }

    public void removes(SigningDevice device) {
        others.say(new EquipmentRemovedEvent(device.id()));
    }

    /** mlops-service deploys a rule for a face model, and no model. */
    public void deploys(String faceModel, double threshold, double margin) {
        deploys(faceModel, threshold, margin, null);
    }

    /** mlops-service deploys a rule for a face model, and what makes templates of photos. */
    public void deploys(String faceModel, double threshold, double margin, @Nullable DescriptorModel descriptor) {
        others.say(new ModelDeployedEvent(
                ModelType.FACE,
                "rule-" + UUID.randomUUID(),
                "s3://mlops-models/face",
                "00",
                Map.of("margin", margin),
                threshold,
                null,
                faceModel,
                descriptor,
                Instant.now()));
    }

    @Override
    public void close() {
        others.close();
    }
}
