package com.smartfitness.stack;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** PostgreSQL's programs, unpacked once a version from the archive on the class path into the user's cache. */
final class PostgresBinaries {

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    private PostgresBinaries() {}

    /** The folder that holds {@code initdb} and {@code postgres}. */
    static Path bin() throws IOException {
        requirePlatform();
        Path unpacked = Account.cache().resolve("postgres-" + version());
        if (!Files.isDirectory(unpacked)) {
            unpack(unpacked);
        }
        return unpacked.resolve("bin");
    }

    // Unpacks beside the target and renames: of several JVMs that do so at once, one wins and the others use its work.
    private static void unpack(Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Path draft = Files.createTempDirectory(target.getParent(), "unpacking-");
        try (InputStream archive = open()) {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
            Path file = draft.resolve("archive.txz");
            Files.copy(archive, file);
            Commands.run("tar", "-xJf", file.toString(), "-C", draft.toString());
            Files.delete(file);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(target)) {
                throw e;
            }
        } finally {
            TemporaryDirectory.remove(draft);
        }
    }

    // The archive names its version nowhere, so its checksum in the jar does.
    private static String version() throws IOException {
        URL archive = PostgresBinaries.class.getResource(ARCHIVE);
        if (archive != null && archive.openConnection() instanceof JarURLConnection connection) {
            return "%08x".formatted(connection.getJarEntry().getCrc());
        }
        throw new StackException("PostgreSQL's archive %s is in no jar of the class path".formatted(ARCHIVE));
    }

    private static InputStream open() {
        InputStream archive = PostgresBinaries.class.getResourceAsStream(ARCHIVE);
        if (archive == null) {
            throw new StackException("PostgreSQL's archive %s is not on the class path".formatted(ARCHIVE));
        }
        return archive;
    }

    private static void requirePlatform() {
        String system = System.getProperty("os.name");
        String processor = System.getProperty("os.arch");
        if (!system.equals("Linux") || !processor.equals("amd64")) {
            throw new StackException("Native servers need Linux on x86-64, and this is %s on %s: use containers"
                    .formatted(system, processor));
        }
    }
}
