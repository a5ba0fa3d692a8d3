package com.smartfitness.devices.simulation;

import com.smartfitness.devices.Face;
import com.smartfitness.devices.simulation.DeviceLink.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Equipment that runs: a virtual thread for each piece, one for each kind of happening. */
public final class Simulation implements AutoCloseable {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final List<String> ERRORS = List.of("모터 과열", "문이 닫히지 않음", "센서 응답 없음", "전압 이상", "렌즈 오염");

    private final List<Equipment> equipment;
    private final Happenings happenings;
    private final DeviceLink link;
    private final DeviceLink gateLink;
    private final Watcher watcher;
    private final Random random;
    private final BlockingQueue<Equipment> calm;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Simulation(List<Equipment> equipment, Happenings happenings, DeviceLink link, Watcher watcher) {
        this.equipment = List.copyOf(equipment);
        this.happenings = happenings;
        this.link = link;
        // Somebody stands before a gate, and does not wait until thousands of devices have reported.
        this.gateLink = link.beside();
        this.watcher = watcher;
        this.random = new Random(happenings.seed());
        List<Equipment> shuffled = new ArrayList<>(equipment);
        Collections.shuffle(shuffled, random);
        this.calm = new LinkedBlockingQueue<>(shuffled);
    }

    /**
     * Runs until closed.
     *
     * @param gates those of the equipment that people stand before
     * @param faces of these people; where there are none, nobody comes
     */
    public static Simulation start(
            List<Equipment> equipment,
            List<Equipment> gates,
            List<Face> faces,
            Happenings happenings,
            DeviceLink link,
            Watcher watcher) {
        Simulation simulation = new Simulation(equipment, happenings, link, watcher);
        simulation.report();
        simulation.often(
                happenings.faultsPerMinute(), () -> simulation.befall(happenings.faultFor(), simulation::fail));
        simulation.often(
                happenings.silencesPerMinute(), () -> simulation.befall(happenings.silenceFor(), simulation::silence));
        if (!gates.isEmpty() && !faces.isEmpty()) {
            simulation.often(happenings.entriesPerMinute(), () -> simulation.enter(gates, faces));
        }
        return simulation;
    }

    /** Each in its own rhythm, evenly spread over the interval. */
    private void report() {
        for (int i = 0; i < equipment.size(); i++) {
            Equipment one = equipment.get(i);
            Duration delay = happenings.interval().multipliedBy(i).dividedBy(equipment.size());
            threads.execute(() -> one.reportEvery(happenings.interval(), delay, link, watcher));
        }
    }

    private interface Happening {

        void happen() throws InterruptedException;
    }

    private void often(int perMinute, Happening happening) {
        if (perMinute > 0) {
            run(() -> {
                while (true) {
                    Thread.sleep(MINUTE.dividedBy(perMinute));
                    run(happening);
                }
            });
        }
    }

    /** Something happens to the piece to which nothing has happened for the longest time, and passes. */
    private void befall(Duration howLong, Consumer<Equipment> misfortune) throws InterruptedException {
        Equipment victim = calm.take();
        misfortune.accept(victim);
        Thread.sleep(howLong);
        victim.recover();
        watcher.recovers(victim);
        Thread.sleep(happenings.calmFor());
        calm.add(victim);
    }

    private void fail(Equipment victim) {
        watcher.fails(victim);
        victim.fail(any(ERRORS));
    }

    private void silence(Equipment victim) {
        victim.fallSilent();
        watcher.fallsSilent(victim);
    }

    /** One in ten is a stranger. A gate that may open does, and says so. */
    private void enter(List<Equipment> gates, List<Face> faces) throws InterruptedException {
        Equipment gate = any(gates);
        Face face = random.nextInt(10) == 0 ? Face.anybody() : any(faces);
        Reply reply =
                gateLink.post(gate.device(), "/api/v1/gates/%s/verifications".formatted(gate.id()), face.question());
        if (!reply.isSuccess()) {
            watcher.asked(gate, reply.status(), false);
            return;
        }
        JsonNode answer = JsonMapper.shared().readTree(reply.body());
        boolean opens = answer.path("decision").asString("").equals("GRANTED");
        watcher.asked(gate, reply.status(), opens);
        if (opens) {
            tellOutcome(gate, answer.path("accessId").asString(""));
        }
    }

    /** Until it has arrived: a gate of which nothing is heard counts as one that did not open. */
    private void tellOutcome(Equipment gate, String access) throws InterruptedException {
        String path = "/api/v1/accesses/%s/outcome".formatted(access);
        while (gateLink.post(gate.device(), path, "{\"opened\":true}").isPassing()) {
            Thread.sleep(Duration.ofSeconds(1));
        }
    }

    private <T> T any(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }

    private void run(Happening happening) {
        threads.execute(() -> {
            try {
                happening.happen();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Ends it; the equipment falls silent, and its owner takes it out of the register. */
    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
        equipment.forEach(Equipment::close);
    }
}
