package com.smartfitness.branchowner;

import com.smartfitness.events.BranchClosedEvent;
import com.smartfitness.events.BranchCreatedEvent;
import com.smartfitness.events.BranchUpdatedEvent;
import com.smartfitness.events.EquipmentFaultDetectedEvent;
import com.smartfitness.events.EquipmentType;
import com.smartfitness.events.FaultType;
import com.smartfitness.events.UserCreatedEvent;
import com.smartfitness.events.UserDeactivatedEvent;
import com.smartfitness.events.UserStatus;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.DatabaseFacts;
import com.smartfitness.testing.neighbours.OtherServices;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A running service among its neighbours: what most integration tests begin with. */
abstract class Neighbourhood {

    /** Those that the tests speak or listen for. */
    static final String[] SERVICES = {"auth", "helper", "search", "monitoring", "branchowner"};

    static RunningBranchOwner service;
    static OtherServices neighbours;
    private static DatabaseFacts database;
    private static BrokerFacts broker;

    @BeforeAll
    static void start() {
        database = Stores.postgres().newDatabase();
        broker = Stores.broker().newVirtualHost(SERVICES);
        neighbours = around(broker);
        service = RunningBranchOwner.start(database, broker);
    }

    @AfterAll
    static void stop() {
        service.close();
        neighbours.close();
    }

    /** The services that this one hears, and auth-service as one that hears it. */
    static OtherServices around(BrokerFacts broker) {
        OtherServices neighbours = OtherServices.at(broker);
        neighbours.hear(
                "auth.branches", List.of(BranchCreatedEvent.class, BranchUpdatedEvent.class, BranchClosedEvent.class));
        return neighbours;
    }

    /** auth-service tells of a new account. */
    static UserCreatedEvent signUp(User user, String alias) {
        return new UserCreatedEvent(user.id(), user.role(), alias, null, UserStatus.ACTIVE, Instant.now());
    }

    /** auth-service tells of an account that is out of use. */
    static UserDeactivatedEvent deactivate(User user) {
        return new UserDeactivatedEvent(user.id(), user.role(), "gone", null, UserStatus.DEACTIVATED, Instant.now());
    }

    /** Another instance of the service, on the same store. */
    static RunningBranchOwner startAnother() {
        return RunningBranchOwner.start(database, broker);
    }

    /** Somebody who has signed up, which the service has heard of. */
    static User signedUp(User user) {
        neighbours.say(1, signUp(user, "alias of " + user.id()));
        Eventually.holds("the user is known", () -> knows(user, "ACTIVE"));
        return user;
    }

    static boolean knows(User user, String status) {
        return service.database()
                        .sql("select count(*) from known_user where user_id = ? and status = ?")
                        .params(user.id(), status)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** monitoring-service tells that equipment of a branch does not work any more. */
    static EquipmentFaultDetectedEvent anyFault(String branchId) {
        return new EquipmentFaultDetectedEvent(
                anyId("F"),
                "E1",
                "gate",
                branchId,
                EquipmentType.GATE,
                FaultType.STATUS_ERROR,
                "",
                null,
                Instant.now());
    }

    static Answer register(User owner) {
        return service.post("/api/v1/branches", aBranch("Mapo"), owner).expect(201);
    }

    /** The smallest request for a branch. */
    static String aBranch(String name) {
        return """
                {"name": "%s", "address": "45 Yanghwa-ro"}""".formatted(name);
    }

    static String path(Answer branch) {
        return "/api/v1/branches/" + branch.text("branchId");
    }

    static String anyId(String prefix) {
        return prefix + "-" + UUID.randomUUID();
    }
}
