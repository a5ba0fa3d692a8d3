package com.smartfitness.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A running server together with the small process that watches over it. The guard holds a pipe from this JVM: when the
 * pipe closes, even because the JVM was killed, the guard kills the server and all it has forked.
 */
final class Guard {

    private static final String SCRIPT = script();

    private final Process process;
    private volatile @Nullable ProcessHandle server;

    private Guard(Process process) {
        this.process = process;
    }

    static Guard start(Path directory, List<String> command, Map<String, String> environment, Path log)
            throws IOException {
        // A session of its own: Ctrl-C on a terminal ends the JVM, and the server only through the guard.
        List<String> line = new ArrayList<>(List.of("setsid", "sh", "-c", SCRIPT, "guard"));
        line.add(directory.toRealPath().toString());
        line.addAll(Account.run(command));
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        builder.environment().put("LANG", "C.UTF-8");
        builder.environment().put("HOME", directory.toString());
        builder.environment().putAll(environment);
        return new Guard(builder.start());
    }

    boolean isRunning() {
        return process.isAlive();
    }

    int exitStatus() {
        return process.exitValue();
    }

    /** The process that the guard watches: its eldest child, started before the guard's own listener. */
    Optional<ProcessHandle> server() {
        if (server == null) {
            // Reads all processes of the machine, so not more often than needed.
            server = process.children()
                    .min(Comparator.comparingLong(ProcessHandle::pid))
                    .orElse(null);
        }
        return Optional.ofNullable(server);
    }

    void signal(String name) {
        try {
            OutputStream pipe = process.getOutputStream();
            pipe.write((name + "\n").getBytes(StandardCharsets.US_ASCII));
            pipe.flush();
        } catch (IOException gone) {
            // The server ended by itself in the meantime; whoever waits for its end sees that.
        }
    }

    boolean awaitEnd(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** SIGKILL to the server and everything it has forked. */
    void kill() {
        try {
            process.getOutputStream().close();
        } catch (IOException gone) {
            // Closing is the order itself; a guard that has gone needs none.
        }
    }

    private static String script() {
        try (InputStream resource = Guard.class.getResourceAsStream("guard.sh")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
