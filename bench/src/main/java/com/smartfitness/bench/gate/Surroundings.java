package com.smartfitness.bench.gate;

import com.smartfitness.devices.SigningDevice;
import com.smartfitness.events.AccessDeniedEvent;
import com.smartfitness.events.AccessGrantedEvent;
import com.smartfitness.events.EquipmentRegisteredEvent;
import com.smartfitness.events.EquipmentStatus;
import com.smartfitness.events.EquipmentType;
import com.smartfitness.events.GateOpenFailedEvent;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.testing.neighbours.AuthEvents;
import com.smartfitness.testing.neighbours.BranchEvents;
import com.smartfitness.testing.neighbours.OtherServices;
import com.smartfitness.testing.tokens.TestTokens;
import java.util.List;

/** What the other services say that access-service has to know. */
final class Surroundings implements AutoCloseable {

    private static final String BRANCH = "B-bench";

    private final OtherServices others;

    Surroundings(BrokerFacts broker) {
        others = OtherServices.at(broker);
    }

    /** As monitoring-service does, so that the events of entries have somewhere to go. */
    void hearOfEntries() {
        others.hear(
                "monitoring.entries",
                List.of(AccessGrantedEvent.class, AccessDeniedEvent.class, GateOpenFailedEvent.class));
    }

    void publishKey(TestTokens tokens) {
        others.say(1, AuthEvents.key(tokens));
    }

    void publishUsers(List<String> users) {
        others.sayAll(1, AuthEvents.customers(users));
    }

    void publishBranch() {
        others.say(1, new BranchEvents(BRANCH, "O-bench").created());
    }

    void publishDevices(EquipmentType type, List<SigningDevice> devices) {
        others.sayAll(
                1,
                devices.stream()
                        .map(device -> new EquipmentRegisteredEvent(
                                device.id(), BRANCH, type, "device", device.publicKey(), EquipmentStatus.IN_SERVICE))
                        .toList());
    }

    @Override
    public void close() {
        others.close();
    }
}
