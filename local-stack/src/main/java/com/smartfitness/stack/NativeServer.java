package com.smartfitness.stack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A server running as processes of this machine on loopback ports, its data in one folder. It never outlives this JVM,
 * however that ends.
 */
public abstract class NativeServer implements Server {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Duration SHORTEST_POLL = Duration.ofMillis(25);
    private static final Duration LONGEST_POLL = Duration.ofMillis(250);
    /** The part of the time that a start has taken already by which its end may be noticed late. */
    private static final int LATENESS = 20;

    private final String name;
    private final Path directory;
    private final boolean temporary;
    private volatile @Nullable Guard guard;

    /** @param directory where the server keeps everything; absent for a temporary one, removed on closing */
    NativeServer(String name, @Nullable Path directory) {
        this.name = name;
        this.temporary = directory == null;
        this.directory = directory == null
                ? TemporaryDirectory.create(name.toLowerCase(Locale.ROOT))
                : directory.toAbsolutePath();
    }

    /** Makes what the server needs in its folder, if it is not there yet. The folder belongs to it afterwards. */
    abstract void prepare() throws IOException;

    abstract List<String> command();

    abstract Map<String, String> environment();

    abstract int[] ports();

    /** The signal on which the server ends in an orderly way. */
    abstract String stopSignal();

    /** Whether a client would be served, found out by being one. */
    abstract boolean isReady();

    /**
     * Sees that servers, under the account that they are given, can come to what is in the folder, made or not.
     *
     * @throws StackException that says what is in the way
     */
    public static void requireReachable(Path folder) {
        try {
            Account.requireReachable(folder);
        } catch (IOException e) {
            throw new StackException("%s cannot be looked at: %s".formatted(folder, e.getMessage()), e);
        }
    }

    /** How long the server may take until it serves clients. */
    Duration startLimit() {
        return Duration.ofSeconds(90);
    }

    /**
     * Starts the server and returns when it serves clients. A thread that is interrupted meanwhile kills the server and
     * throws.
     */
    @Override
    public final void start() {
        if (isRunning()) {
            return;
        }
        Ports.requireFree(name, ports());
        try {
            Files.createDirectories(directory);
            // Passwords are in there.
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            prepare();
            Account.own(directory);
            guard = Guard.start(directory, command(), environment(), log());
        } catch (IOException e) {
            throw new StackException("%s cannot start in %s: %s".formatted(name, directory, e.getMessage()), e);
        }
        awaitReady(guard);
    }

    @Override
    public final void stop() {
        if (guard != null) {
            guard.signal(stopSignal());
            if (!guard.awaitEnd(STOP_LIMIT)) {
                kill();
            }
        }
    }

    @Override
    public final void kill() {
        if (guard != null) {
            guard.kill();
            guard.awaitEnd(STOP_LIMIT);
        }
    }

    /** Stops and starts. */
    public final void restart() {
        stop();
        start();
    }

    @Override
    public final boolean isRunning() {
        return guard != null && guard.isRunning();
    }

    /** The server's own process, parent of all that it forks, while there is one. */
    public final Optional<ProcessHandle> process() {
        return Optional.ofNullable(guard).filter(Guard::isRunning).flatMap(Guard::server);
    }

    /** Whether it serves clients now. */
    public final boolean serves() {
        return isRunning() && isReady();
    }

    /** The last lines of what the server printed, in one. */
    public final String lastWords() {
        try (Stream<String> lines = Files.lines(log(), StandardCharsets.ISO_8859_1)) {
            ArrayDeque<String> last = new ArrayDeque<>();
            lines.filter(line -> !line.isBlank()).forEach(line -> {
                last.add(line.strip());
                if (last.size() > 5) {
                    last.remove();
                }
            });
            return String.join(" | ", last);
        } catch (IOException e) {
            return "(%s)".formatted(e.getMessage());
        }
    }

    public final Path directory() {
        return directory;
    }

    @Override
    public final byte[] storedBytes() {
        try (Stream<Path> found = Files.walk(directory)) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                Files.copy(file, all);
            }
            return all.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the server prints. */
    public final Path log() {
        return directory.resolve("server.log");
    }

    /** Stops a lasting server; kills a temporary one and removes its folder. */
    @Override
    public void close() {
        if (temporary) {
            kill();
            TemporaryDirectory.remove(directory);
        } else {
            stop();
        }
    }

    private void awaitReady(Guard started) {
        long begin = System.nanoTime();
        while (!isReady()) {
            long taken = System.nanoTime() - begin;
            if (!started.isRunning()) {
                throw new StackException("%s ended with status %d while starting. Its last words: %s"
                        .formatted(name, started.exitStatus(), lastWords()));
            }
            if (Thread.interrupted()) {
                kill();
                throw new StackException("%s was not to start after all".formatted(name));
            }
            if (taken > startLimit().toNanos()) {
                kill();
                throw new StackException(
                        "%s was not ready within %s. Its last words: %s".formatted(name, startLimit(), lastWords()));
            }
            LockSupport.parkNanos(Math.clamp(taken / LATENESS, SHORTEST_POLL.toNanos(), LONGEST_POLL.toNanos()));
        }
    }
}
