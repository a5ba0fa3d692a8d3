package com.smartfitness.fleet.soak;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.smartfitness.fleet.FleetPlan;
import com.smartfitness.fleet.demo.Account;
import com.smartfitness.fleet.demo.GatewayClient;
import com.smartfitness.fleet.demo.Journey;
import com.smartfitness.fleet.demo.SamplePhoto;
import com.smartfitness.stack.StackException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Owners who open and edit branches, helpers who sign up and send photos, and owners who confirm what the model says, until
 * they are stopped. What a service has said is done is remembered; what it has refused may be done or not.
 */
final class Crowd {

    private static final int PHOTOS_A_DAY = 3;

    /** Before the token that it was given ends. */
    private static final Duration SIGNED_IN = Duration.ofMinutes(5);

    /** As apps do whose request was refused. */
    private static final Duration TRIES_AGAIN_AFTER = Duration.ofMillis(500);

    private final Journey door;
    private final Journey gym;
    private final Journey tasks;
    private final long seed;
    private final Duration thinks;
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch stopping = new CountDownLatch(1);

    private Crowd(FleetPlan plan, long seed, Duration thinks) {
        this.door = at(plan, "auth-service");
        this.gym = at(plan, "branchowner-service");
        this.tasks = at(plan, "helper-service");
        this.seed = seed;
        this.thinks = thinks;
    }

    /** @param thinks how long each owner does nothing after each request */
    static Crowd begin(FleetPlan plan, long seed, int owners, Duration thinks) {
        Crowd crowd = new Crowd(plan, seed, thinks);
        for (int i = 0; i < owners; i++) {
            int number = i;
            crowd.threads.add(Thread.ofVirtual().start(() -> crowd.live(number)));
        }
        return crowd;
    }

    /** How many changes of each aggregate were said to be done, by its id. */
    Map<String, Long> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    long done() {
        return done.get();
    }

    long refused() {
        return refused.get();
    }

    /** Returns when nobody does anything any more. */
    void stop() throws InterruptedException {
        stopping.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void live(int number) {
        Random random = new Random(seed * 31 + number);
        Owner owner = new Owner(number);
        Duration pause = Duration.ZERO;
        while (!isStoppedWithin(pause)) {
            try {
                if (owner.branches.size() < 3 || random.nextInt(60) == 0) {
                    owner.open();
                } else if (random.nextInt(40) == 0) {
                    owner.employ(random);
                } else {
                    owner.edit(random);
                }
                pause = thinks;
            } catch (StackException away) {
                refused.incrementAndGet();
                pause = TRIES_AGAIN_AFTER;
            }
        }
    }

    private boolean isStoppedWithin(Duration pause) {
        try {
            return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void acknowledge(String id) {
        acknowledged.merge(id, 1L, Long::sum);
        done.incrementAndGet();
    }

    /** One owner with branches of his own. */
    private final class Owner {

        private final Account account;
        private final List<String> branches = new ArrayList<>();
        private String token = "";
        private Instant signedIn = Instant.MIN;
        private int edits;

        private Owner(int number) {
            this.account = new Account(
                    "owner-%d-%d@soak.example".formatted(seed, number),
                    UUID.nameUUIDFromBytes(("soak " + seed + number).getBytes(UTF_8))
                            .toString());
        }

        private String token() {
            if (signedIn.plus(SIGNED_IN).isBefore(Instant.now())) {
                token = door.becomeOwner(account);
                signedIn = Instant.now();
            }
            return token;
        }

        /** By a name that no edit gives. */
        private void open() {
            String branch = gym.openBranch(token(), "새 지점 " + branches.size());
            acknowledge(branch);
            branches.add(branch);
        }

        /** Never to what it was before, which would be no change. */
        private void edit(Random random) {
            String branch = branches.get(random.nextInt(branches.size()));
            gym.editBranch(token(), branch, "지점 " + ++edits, 100 + random.nextInt(900));
            acknowledge(branch);
        }

        /** A helper signs up, sends the photos of a day, and has them confirmed. */
        private void employ(Random random) {
            String branch = branches.get(random.nextInt(branches.size()));
            Account helper = new Account(
                    "helper-%s@soak.example".formatted(UUID.randomUUID()),
                    UUID.randomUUID().toString());
            String signedIn = door.becomeHelper(helper, branch);
            for (int i = 0; i < PHOTOS_A_DAY && !isStoppedWithin(Duration.ZERO); i++) {
                String task = tasks.sendPhoto(signedIn, SamplePhoto.bytes());
                acknowledge(task);
                tasks.awaitJudgement(signedIn, task);
                acknowledge(task);
                tasks.confirm(token(), task);
                acknowledge(task);
            }
        }
    }

    /** Past the gateway, which lets one address do only so much. */
    private static Journey at(FleetPlan plan, String service) {
        return new Journey(
                GatewayClient.of(plan.service(service).uri(), plan.authority().certificate()));
    }
}
