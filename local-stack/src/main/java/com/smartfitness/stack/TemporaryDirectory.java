package com.smartfitness.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Folders for servers, and whatever belongs to them, that are forgotten after use. Each JVM has one folder and holds a
 * lock on a file beside it; a folder whose lock can be taken belongs to a dead JVM and is removed.
 */
public final class TemporaryDirectory {

    private static final Path ROOT =
            Path.of(System.getProperty("java.io.tmpdir"), "fleet-" + System.getProperty("user.name"));
    private static final Path OWN = ROOT.resolve("run-" + UUID.randomUUID());
    private static final FileLock HELD = claim();

    private TemporaryDirectory() {}

    /** A folder that no other run of any JVM uses. */
    public static Path create(String name) {
        try {
            if (!HELD.isValid()) {
                throw new IOException("The lock of %s is gone".formatted(OWN));
            }
            return Files.createTempDirectory(OWN, name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void remove(Path folder) {
        try (Stream<Path> content = Files.walk(folder)) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException stillInUse) {
            // What stays behind is removed by a later run.
        }
    }

    private static FileLock claim() {
        try {
            Files.createDirectories(ROOT);
            removeDeadRuns();
            // First the lock, then the folder: no other run may take it for a dead one's in between.
            FileLock lock = tryLock(OWN);
            if (lock == null) {
                throw new IOException("The lock of the new folder %s is taken".formatted(OWN));
            }
            Files.createDirectory(OWN);
            // Servers of another account must be able to pass through.
            Files.setPosixFilePermissions(OWN, PosixFilePermissions.fromString("rwx--x--x"));
            return lock;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void removeDeadRuns() throws IOException {
        try (DirectoryStream<Path> runs = Files.newDirectoryStream(ROOT, "run-*")) {
            for (Path run : runs) {
                if (!Files.isDirectory(run)) {
                    continue;
                }
                FileLock lock = tryLock(run);
                if (lock != null) {
                    remove(run);
                    Files.deleteIfExists(lockOf(run));
                    lock.channel().close();
                }
            }
        }
    }

    private static @Nullable FileLock tryLock(Path run) throws IOException {
        FileChannel channel = FileChannel.open(lockOf(run), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
        }
        return lock;
    }

    private static Path lockOf(Path run) {
        return run.resolveSibling("lock-" + run.getFileName());
    }
}
