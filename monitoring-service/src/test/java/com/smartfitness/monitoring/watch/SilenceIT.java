package com.smartfitness.monitoring.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.events.EquipmentFaultDetectedEvent;
import com.smartfitness.events.EquipmentRecoveredEvent;
import com.smartfitness.events.FaultType;
import com.smartfitness.monitoring.Branches;
import com.smartfitness.monitoring.Device;
import com.smartfitness.monitoring.RunningMonitoring;
import com.smartfitness.monitoring.TestClock;
import com.smartfitness.monitoring.User;
import com.smartfitness.testing.stores.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

class SilenceIT {

    private static RunningMonitoring service;
    private static String branch;

    @BeforeAll
    static void openABranch() {
        service = RunningMonitoring.shared();
        branch = Branches.open(service, User.anOwner());
    }

    @Test
    void isNoFaultOfEquipmentThatAnswers() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Device present = Device.register(service, branch, "127.0.0.1:" + listening.getLocalPort());
            Device absent = Device.register(service, branch);
            present.isWell().expect(204);
            absent.isWell().expect(204);

            pass(Duration.ofSeconds(28));
            assertThat(faultsOf(absent)).isEmpty();
            pass(Duration.ofSeconds(8));

            EquipmentFaultDetectedEvent fault = Eventually.becomes(
                            "the silent one has a fault", () -> faultsOf(absent), faults -> !faults.isEmpty())
                    .getFirst();
            assertThat(fault.faultType()).isEqualTo(FaultType.PING_FAILED);
            assertThat(fault.lastReportAt()).isBefore(fault.detectedAt().minusSeconds(30));
            Eventually.holds("the other one has answered", () -> answers(present));
            assertThat(faultsOf(present)).isEmpty();
        }
    }

    @Test
    void isOverOnceTheEquipmentHasBeenHeardForAWhile() {
        Device gate = Device.register(service, branch);
        gate.isWell().expect(204);
        pass(Duration.ofSeconds(36));
        EquipmentFaultDetectedEvent fault = Eventually.becomes(
                        "the silent one has a fault", () -> faultsOf(gate), faults -> !faults.isEmpty())
                .getFirst();

        for (int i = 0; i < 4; i++) {
            gate.isWell().expect(204);
            pass(Duration.ofSeconds(10));
        }
        gate.isWell().expect(204);

        Eventually.holds(
                "the recovery is told",
                () -> service.neighbours().heardOf(fault.faultId()).getLast() instanceof EquipmentRecoveredEvent);
        assertThat(faultsOf(gate)).containsExactly(fault);
    }

    @Test
    void countsOnlyFromWhenTheServiceCouldHaveHeard() {
        Device gate = Device.register(service, branch);
        gate.isWell().expect(204);

        // As after a stop of a minute: nobody has looked, and nobody could have heard.
        service.bean(TestClock.class).advance(Duration.ofMinutes(1));
        pass(Duration.ofSeconds(28));

        assertThat(pingsOf(gate)).isZero();
        assertThat(faultsOf(gate)).isEmpty();
        pass(Duration.ofSeconds(8));
        Eventually.holds("it is missed after all", () -> !faultsOf(gate).isEmpty());
    }

    @Test
    void isLookedIntoByOneInstanceAlone() throws IOException {
        SilenceWatch another = (SilenceWatch) service.context()
                .getAutowireCapableBeanFactory()
                .autowire(SilenceWatch.class, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
        try (another;
                ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            AtomicInteger asked = countConnections(listening);
            Device gate = Device.register(service, branch, "127.0.0.1:" + listening.getLocalPort());
            gate.isWell().expect(204);

            for (int second = 0; second < 36; second += 2) {
                service.bean(TestClock.class).advance(Duration.ofSeconds(2));
                Thread beside = Thread.ofVirtual().start(another::look);
                service.bean(SilenceWatch.class).look();
                join(beside);
            }

            Eventually.holds("it has answered", () -> answers(gate) && asked.get() > 0);
            assertThat(asked).hasValue(1);
        }
    }

    private static AtomicInteger countConnections(ServerSocket listening) {
        AtomicInteger count = new AtomicInteger();
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    listening.accept().close();
                    count.incrementAndGet();
                }
            } catch (IOException closed) {
                // With the test.
            }
        });
        return count;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Test
    void isNotLookedForInWhatIsRemoved() {
        Device gate = Device.register(service, branch);
        gate.isWell().expect(204);
        service.delete("/api/v1/equipment/" + gate.id(), "\"1\"", User.anOperator())
                .expect(204);

        pass(Duration.ofSeconds(36));

        assertThat(faultsOf(gate)).isEmpty();
        gate.isWell().expectProblem(401, "invalid-device-proof");
    }

    /** Time as a running service sees it: in small steps, and looking at each. */
    private static void pass(Duration time) {
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plusSeconds(2)) {
            service.bean(TestClock.class).advance(Duration.ofSeconds(2));
            service.bean(SilenceWatch.class).look();
        }
    }

    private static List<EquipmentFaultDetectedEvent> faultsOf(Device device) {
        return service.neighbours().heard(EquipmentFaultDetectedEvent.class).stream()
                .filter(fault -> fault.equipmentId().equals(device.id()))
                .toList();
    }

    private static boolean answers(Device device) {
        return count(device, "answering_since is not null") == 1;
    }

    private static int pingsOf(Device device) {
        return count(device, "next_ping_at > heard_at");
    }

    private static int count(Device device, String condition) {
        return service.database()
                .sql("select count(*) from equipment_state where equipment_id = ? and " + condition)
                .param(device.id())
                .query(Integer.class)
                .single();
    }
}
