package com.smartfitness.stack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A program's jar in a folder of the user's cache that its content gives the name, so that a build does not pull it away
 * under those who run from it. Jars of Spring Boot are taken apart there: jars within a jar are slow to read, and no AOT
 * cache knows them.
 *
 * @param jar the one to start, beside the libraries that it names
 */
record UnpackedProgram(Path jar) {

    /** How many contents of a program stay, the ones used last. */
    private static final int KEPT = 3;

    static UnpackedProgram of(Path built) throws IOException {
        String name = built.getFileName().toString().replaceFirst("\\.jar$", "");
        Path programs = programs();
        Path folder = programs.resolve("%s-%08x".formatted(name, checksum(built)));
        if (Files.isDirectory(folder)) {
            Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
        } else {
            unpack(built, folder);
            forgetOld(programs, name);
        }
        return new UnpackedProgram(folder.resolve(built.getFileName()));
    }

    Path folder() {
        return jar.resolveSibling("");
    }

    /** Made if it is not there. */
    static Path programs() throws IOException {
        Path programs = Account.cache().resolve("programs");
        try {
            return Files.createDirectories(programs);
        } catch (IOException e) {
            throw new IOException("%s cannot be made (%s)".formatted(programs, e.getMessage()), e);
        }
    }

    // Beside the target, and renamed: of several JVMs that do so at once, one wins and the others use its work.
    private static void unpack(Path built, Path target) throws IOException {
        Path draft = Files.createTempDirectory(target.getParent(), "unpacking-");
        try {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
            if (isOfSpringBoot(built)) {
                Commands.run(
                        Path.of("/"),
                        List.of(
                                JavaProgram.java(),
                                "-XX:TieredStopAtLevel=1",
                                "-Djarmode=tools",
                                "-jar",
                                built.toAbsolutePath().toString(),
                                "extract",
                                "--force",
                                "--destination",
                                draft.toString()),
                        Map.of());
            } else {
                Files.copy(built, draft.resolve(built.getFileName()));
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(target)) {
                throw e;
            }
        } finally {
            TemporaryDirectory.remove(draft);
        }
    }

    private static boolean isOfSpringBoot(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            return manifest != null
                    && manifest.getMainAttributes().containsKey(new Attributes.Name("Spring-Boot-Version"));
        }
    }

    /** Of names and checksums of all that is in it. Builds give every jar the same time. */
    private static long checksum(Path jar) throws IOException {
        CRC32 sum = new CRC32();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream().toList()) {
                sum.update(entry.getName().getBytes(StandardCharsets.UTF_8));
                sum.update(
                        ByteBuffer.allocate(Long.BYTES).putLong(entry.getCrc()).array());
            }
        }
        return sum.getValue();
    }

    private static void forgetOld(Path programs, String name) throws IOException {
        try (Stream<Path> folders = Files.list(programs)) {
            folders.filter(folder -> folder.getFileName().toString().matches(name + "-[0-9a-f]{8}"))
                    .sorted(Comparator.comparing(UnpackedProgram::lastUse).reversed())
                    .skip(KEPT)
                    .forEach(TemporaryDirectory::remove);
        }
    }

    private static FileTime lastUse(Path folder) {
        try {
            return Files.getLastModifiedTime(folder);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }
}
