package com.smartfitness.fleet.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.fleet.Condition;
import com.smartfitness.fleet.ReplicationPair;
import com.smartfitness.fleet.Report;
import com.smartfitness.fleet.State;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatusTableTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private final StatusTable table = new StatusTable(Clock.fixed(NOON.plusSeconds(3725), ZoneOffset.UTC));

    @Test
    void alignsColumns() {
        String text = table.render(List.of(
                new Report(
                        condition("auth-db", "PostgreSQL", State.RUNNING, 0, null),
                        "18.6",
                        30L << 20,
                        null,
                        null,
                        null,
                        List.of(),
                        null),
                new Report(
                        condition("mlops-service", "service", State.RUNNING, 0, null),
                        "0.1.0",
                        250L << 20,
                        12L,
                        0L,
                        null,
                        List.of(),
                        null)));

        assertThat(text).isEqualTo("""
                NAME           KIND        STATE    READY  SINCE  PID   PORT  VERSION  MEMORY    LAG  DEAD LETTERS
                auth-db        PostgreSQL  running  yes    1h 2m   77  15401  18.6      30 MB      -             -
                mlops-service  service     running  yes    1h 2m   77  15401  0.1.0    250 MB  12 ms             0
                """);
    }

    @Test
    void saysWhyAComponentIsNotReady() {
        String text = table.render(List.of(
                Report.brief(condition("auth-service", "service", State.RESTARTING, 3, "it ended with status 1"))));

        assertThat(text).contains("restarting 3").endsWith("\nauth-service: it ended with status 1\n");
    }

    @Test
    void showsNoProcessOfAComponentThatHasNone() {
        Condition stopped = new Condition("redis", "Redis", 15411, State.STOPPED, false, false, NOON, 0, 0, null);

        assertThat(table.render(List.of(Report.brief(stopped))).lines())
                .last()
                .asString()
                .containsPattern("stopped +no +1h 2m +- +15411 +- ");
    }

    @Test
    void showsHowEventsComeFromOneServiceToAnother() {
        Report auth = new Report(
                condition("auth-service", "service", State.RUNNING, 0, null),
                null,
                null,
                null,
                null,
                0.25,
                List.of(),
                null);
        ReplicationPair users = new ReplicationPair("auth", "mlops.users", 4L, 31L, 2, 1, 0, 3, 61L);
        ReplicationPair tasks = new ReplicationPair("helper", "mlops.tasks", null, null, 4, 0, 0, 0, null);
        Report mlops = new Report(
                condition("mlops-service", "service", State.RUNNING, 0, null),
                null,
                null,
                null,
                null,
                null,
                List.of(users, tasks),
                null);

        assertThat(new PairTable().render(List.of(auth, mlops))).isEqualTo("""

                FROM    TO           UNSENT  MEDIAN    P99  HEARD  RETRIED  DEAD  DRIFT  VERIFIED
                auth    mlops.users     0 s    4 ms  31 ms    2 s        1     0      3      61 s
                helper  mlops.tasks       -       -      -    4 s        0     0      0         -
                """);
        assertThat(new PairTable().render(List.of(auth))).isEmpty();
    }

    private static Condition condition(String name, String kind, State state, int restarts, @Nullable String problem) {
        return new Condition(name, kind, 15401, state, state == State.RUNNING, true, NOON, 77, restarts, problem);
    }
}
