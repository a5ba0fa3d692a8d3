package com.smartfitness.replication.failures;

import com.smartfitness.testing.stores.ChildJvm;
import java.time.Duration;
import java.util.Map;

/** One of the example services in a process of its own, to be killed. */
final class ChildService implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final String PORT = "Tomcat started on port ";

    private final ChildJvm process;

    private ChildService(ChildJvm process) {
        this.process = process;
    }

    static ChildService start(Class<?> application, Map<String, String> settings) {
        return new ChildService(ChildJvm.start(application, settings));
    }

    /** What it does over HTTP, once it has started. */
    MembersClient client() {
        String line = process.awaitLine(PORT, LIMIT);
        String rest = line.substring(line.indexOf(PORT) + PORT.length());
        return new MembersClient(Integer.parseInt(rest.substring(0, rest.indexOf(' '))));
    }

    void awaitStarted() {
        process.awaitLine("Started .*Application", LIMIT);
    }

    /** Returns once a thread of it stands still where {@code stop.at} has told it to. */
    void awaitStopPoint() {
        process.awaitLine("STOPPED AT", LIMIT);
    }

    /** SIGKILL. */
    void kill() {
        process.kill();
    }

    /** SIGSTOP: it stands still until {@link #resume}. */
    void pause() {
        process.pause();
    }

    void resume() {
        process.resume();
    }

    @Override
    public void close() {
        process.close();
    }
}
