package com.smartfitness.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * An archive on the class path, {@code .txz} or {@code .zip}, unpacked once a version into the user's cache.
 *
 * @param name what its folders in the cache are called, followed by the version
 * @param resource its absolute path on the class path
 */
record Archive(String name, String resource) {

    /** The folder that holds its content, readable to the servers' account. */
    Path unpacked() {
        try {
            Path unpacked = Account.cache().resolve(name + "-" + version());
            if (!Files.isDirectory(unpacked)) {
                unpack(unpacked);
            }
            return unpacked;
        } catch (IOException e) {
            throw new StackException("%s cannot be unpacked: %s".formatted(resource, e.getMessage()), e);
        }
    }

    /** The version of the jar of this name in the archive's folder {@code lib}. */
    String versionOf(String artifact) {
        Pattern jar = Pattern.compile(artifact + "-(\\d.*)\\.jar");
        try (Stream<Path> files = Files.list(unpacked().resolve("lib"))) {
            return files.map(file -> jar.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElseThrow(() -> new StackException("%s holds no %s".formatted(resource, artifact)));
        } catch (IOException e) {
            throw new StackException("%s cannot be read: %s".formatted(resource, e.getMessage()), e);
        }
    }

    // Unpacks beside the target and renames: of several JVMs that do so at once, one wins and the others use its work.
    private void unpack(Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Path draft = Files.createTempDirectory(target.getParent(), "unpacking-");
        try (InputStream content = location().openStream()) {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
            if (resource.endsWith(".zip")) {
                unzip(content, draft);
            } else {
                untar(content, draft);
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

    private static void untar(InputStream content, Path folder) throws IOException {
        Path file = folder.resolve("archive.txz");
        Files.copy(content, file);
        Commands.run("tar", "-xJf", file.toString(), "-C", folder.toString());
        Files.delete(file);
    }

    private static void unzip(InputStream content, Path folder) throws IOException {
        ZipInputStream zip = new ZipInputStream(content);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            Path path = folder.resolve(entry.getName()).normalize();
            if (!path.startsWith(folder)) {
                throw new IOException("%s would be unpacked outside".formatted(entry.getName()));
            }
            if (entry.isDirectory()) {
                Files.createDirectories(path);
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            } else {
                Files.copy(zip, path);
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
            }
        }
    }

    // Archives name their version nowhere, so their checksum does. A jar knows it; a build's folder does not.
    private String version() throws IOException {
        if (location().openConnection() instanceof JarURLConnection connection) {
            return "%08x".formatted(connection.getJarEntry().getCrc());
        }
        try (CheckedInputStream content = new CheckedInputStream(location().openStream(), new CRC32())) {
            content.transferTo(OutputStream.nullOutputStream());
            return "%08x".formatted(content.getChecksum().getValue());
        }
    }

    private URL location() {
        URL location = Archive.class.getResource(resource);
        if (location == null) {
            throw new StackException("The archive %s is not on the class path".formatted(resource));
        }
        return location;
    }
}
