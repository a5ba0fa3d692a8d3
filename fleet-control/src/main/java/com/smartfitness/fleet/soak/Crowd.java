package com.smartfitness.fleet.soak;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.smartfitness.fleet.FleetPlan;
import com.smartfitness.fleet.demo.Account;
import com.smartfitness.fleet.demo.GatewayClient;
import com.smartfitness.fleet.demo.Journey;
import com.smartfitness.fleet.demo.SamplePhoto;
import com.smartfitness.stack.StackException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Owners who open and edit branches, helpers who sign up and send photos, and owners who confirm what the model says, until
 * they are stopped. What a service has said is done is remembered; what it has refused may be done or not.
 */
final class Crowd {

    private static final int OWNERS = 4;
    private static final int PHOTOS_A_DAY = 3;

    private final Journey door;
    private final Journey gym;
    private final Journey tasks;
    private final long seed;
    private final Set<String> committed = ConcurrentHashMap.newKeySet();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    private Crowd(FleetPlan plan, long seed) {
        this.door = at(plan, "auth-service");
        this.gym = at(plan, "branchowner-service");
        this.tasks = at(plan, "helper-service");
        this.seed = seed;
    }

    static Crowd begin(FleetPlan plan, long seed) {
        Crowd crowd = new Crowd(plan, seed);
        for (int i = 0; i < OWNERS; i++) {
            int number = i;
            crowd.threads.add(Thread.ofVirtual().start(() -> crowd.live(number)));
        }
        return crowd;
    }

    /** Ids of aggregates whose making or last change was said to be done. */
    Set<String> committed() {
        return Set.copyOf(committed);
    }

    long done() {
        return done.get();
    }

    long refused() {
        return refused.get();
    }

    /** Returns when nobody does anything any more. */
    void stop() throws InterruptedException {
        stopping = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void live(int number) {
        Random random = new Random(seed * 31 + number);
        Owner owner = new Owner(number);
        while (!stopping) {
            try {
                if (owner.branches.size() < 3 || random.nextInt(60) == 0) {
                    owner.open();
                } else if (random.nextInt(40) == 0) {
                    owner.employ(random);
                } else {
                    owner.edit(random);
                }
                done.incrementAndGet();
            } catch (StackException away) {
                refused.incrementAndGet();
                owner.token = "";
            }
        }
    }

    /** One owner with branches of his own. */
    private final class Owner {

        private final Account account;
        private final List<String> branches = new ArrayList<>();
        private String token = "";

        private Owner(int number) {
            this.account = new Account(
                    "owner-%d-%d@soak.example".formatted(seed, number),
                    UUID.nameUUIDFromBytes(("soak " + seed + number).getBytes(UTF_8))
                            .toString());
        }

        private String token() {
            if (token.isEmpty()) {
                token = door.becomeOwner(account);
            }
            return token;
        }

        private void open() {
            String branch = gym.openBranch(token(), "지점 " + branches.size());
            committed.add(branch);
            branches.add(branch);
        }

        private void edit(Random random) {
            String branch = branches.get(random.nextInt(branches.size()));
            gym.editBranch(token(), branch, "지점 " + random.nextInt(1_000_000), 100 + random.nextInt(900));
        }

        /** A helper signs up, sends the photos of a day, and has them confirmed. */
        private void employ(Random random) {
            String branch = branches.get(random.nextInt(branches.size()));
            Account helper = new Account(
                    "helper-%s@soak.example".formatted(UUID.randomUUID()),
                    UUID.randomUUID().toString());
            String signedIn = door.becomeHelper(helper, branch);
            for (int i = 0; i < PHOTOS_A_DAY && !stopping; i++) {
                String task = tasks.sendPhoto(signedIn, SamplePhoto.bytes());
                committed.add(task);
                tasks.awaitJudgement(signedIn, task);
                tasks.confirm(token(), task);
                done.addAndGet(2);
            }
        }
    }

    /** Past the gateway, which lets one address do only so much. */
    private static Journey at(FleetPlan plan, String service) {
        return new Journey(
                GatewayClient.of(plan.service(service).uri(), plan.authority().certificate()));
    }
}
