package com.smartfitness.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.smartfitness.stack.JavaProgram.Launch;
import com.smartfitness.stack.Ports;
import com.smartfitness.stack.StackException;
import com.smartfitness.testing.stores.Eventually;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetIT {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private static final int DATABASE_PORT = Ports.free();
    private static final int BROKER_PORT = Ports.free();
    private static final int SERVICE_PORT = Ports.free();

    @TempDir
    private static Path folder;

    /** The same for all tests, since a broker takes its time to start. */
    private static Fleet fleet;

    @BeforeAll
    static void start() throws IOException {
        // Servers that root starts run under another account.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        fleet = startedFleet();
    }

    @AfterEach
    void startWhatWasStopped() {
        fleet.startAll();
        fleet.awaitReady(LIMIT);
    }

    @AfterAll
    static void close() {
        fleet.close();
    }

    @Test
    void restartsWhatDiesAndLeavesStoppedWhatIsStopped() {
        Condition first = fleet.condition("small-service");

        fleet.kill("small-service");
        Condition second = Eventually.becomes(
                "service back", () -> fleet.condition("small-service"), now -> now.restarts() == 1 && now.ready());
        assertThat(second.pid()).isNotEqualTo(first.pid());
        assertThat(second.problem()).isNotNull();

        assertThat(fleet.stop("auth-db").state()).isEqualTo(State.STOPPED);
        assertThatThrownBy(FleetIT::connect).isInstanceOf(SQLException.class);
        assertThat(fleet.condition("small-service").ready()).isTrue();
        assertThat(fleet.restart("small-service").ready()).isTrue();
        assertThat(fleet.condition("auth-db").state()).isEqualTo(State.STOPPED);

        assertThat(fleet.start("auth-db").ready()).isTrue();
        assertThat(fleet.start("auth-db").ready()).isTrue();
    }

    @Test
    void keepsDataAndPasswordsWhenItGoesDownAndUp() throws Exception {
        Map<String, String> environment = fleet.plan().service("small-service").environment();
        execute("CREATE TABLE note (text text)");
        execute("INSERT INTO note VALUES ('kept')");

        fleet.close();
        assertThat(fleet.conditions()).allMatch(condition -> condition.state() == State.STOPPED);
        fleet = startedFleet();

        assertThat(fleet.plan().service("small-service").environment()).isEqualTo(environment);
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT text FROM note")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("kept");
        }
    }

    @Test
    void reportsWhatItsComponentsAreAndTake() {
        List<Report> reports = fleet.reports();

        assertThat(reports)
                .extracting(report -> report.condition().name())
                .containsExactly("auth-db", "rabbitmq", "small-service");
        assertThat(reports).allSatisfy(report -> assertThat(report.memory()).isGreaterThan(1 << 20));
        assertThat(reports.getLast().version()).isEqualTo("1.2.3");
        assertThat(reports.getLast().lagMillis()).isEqualTo(42);
    }

    @Test
    void stopsAComponentThatIsStillStarting() {
        fleet.stop("rabbitmq");
        Thread starter = Thread.ofVirtual().start(() -> fleet.start("rabbitmq"));
        Eventually.holds("node starting", () -> fleet.condition("rabbitmq").state() == State.STARTING);

        assertThat(fleet.stop("rabbitmq").state()).isEqualTo(State.STOPPED);
        assertThat(fleet.condition("rabbitmq").restarts()).isZero();
        starter.interrupt();
    }

    @Test
    void refusesNamesThatItDoesNotKnow() {
        assertThatThrownBy(() -> fleet.stop("redis"))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("auth-db, rabbitmq, small-service");
    }

    private static Fleet startedFleet() throws IOException {
        FleetHome home = new FleetHome(folder.resolve("fleet"));
        Database database = new Database(home, "auth", DATABASE_PORT);
        Broker broker = new Broker(home, BROKER_PORT, List.of("auth"));
        URI uri = URI.create("http://127.0.0.1:" + SERVICE_PORT);
        Service service = new Service(
                "small-service",
                home,
                SmallService.jarIn(folder),
                uri,
                new int[] {SERVICE_PORT},
                new Probe(uri, Probe.client().build()),
                Set.of("auth-db", "rabbitmq"),
                new Launch(true, List.of("-Xmx64m")),
                new Settings(
                        List.of(() -> Map.of("SERVER_PORT", "" + SERVICE_PORT, "PASSWORD", home.secret("auth-db")))));
        Fleet started = Fleet.of(new FleetPlan(home, List.of(database, broker), List.of(service)));
        started.startAll();
        started.awaitReady(LIMIT);
        return started;
    }

    private static Connection connect() throws SQLException {
        Map<String, String> facts = ((Store) fleet.plan().component("auth-db")).environmentFor("auth");
        return DriverManager.getConnection(
                facts.get("SPRING_DATASOURCE_URL"),
                facts.get("SPRING_DATASOURCE_USERNAME"),
                facts.get("SPRING_DATASOURCE_PASSWORD"));
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
