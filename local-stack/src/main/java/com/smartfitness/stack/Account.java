package com.smartfitness.stack;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;

/**
 * The operating system's account under which servers run: the caller's own, unless that is root, which PostgreSQL
 * refuses. {@code nobody} then, because it exists on every machine, whichever packages are installed.
 */
final class Account {

    private static final boolean ROOT = isRoot();
    private static final String SERVER_USER = "nobody";

    private Account() {}

    /** The command as the servers' account runs it; its process dies with the process that starts it. */
    static List<String> run(List<String> command) {
        List<String> line = new ArrayList<>(List.of("setpriv", "--pdeathsig", "KILL"));
        if (ROOT) {
            line.addAll(List.of("--reuid", SERVER_USER, "--regid", "nogroup", "--clear-groups", "--no-new-privs"));
        }
        line.addAll(command);
        return line;
    }

    /** Gives a folder and all in it, or a file, to the servers' account. */
    static void own(Path folder) throws IOException {
        if (!ROOT) {
            return;
        }
        UserPrincipal owner =
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(SERVER_USER);
        requirePassage(folder.toRealPath(), owner);
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                return visitFile(directory, attributes);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
                    Files.setAttribute(file, "posix:owner", owner, LinkOption.NOFOLLOW_LINKS);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Refuses a folder, made or not, that the servers' account could not come to. */
    static void requireReachable(Path folder) throws IOException {
        if (!ROOT) {
            return;
        }
        Path existing = folder.toAbsolutePath();
        for (Path above = existing.getParent();
                above != null && !Files.exists(existing);
                above = existing.getParent()) {
            existing = above;
        }
        UserPrincipal account =
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(SERVER_USER);
        requirePassage(existing.toRealPath().resolve("content"), account);
    }

    /** Where this user keeps what can be made again. Root's own is closed to the servers' account. */
    static Path cache() {
        if (ROOT) {
            return Path.of("/var/cache/fleet");
        }
        String configured = System.getenv("XDG_CACHE_HOME");
        Path caches = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return caches.resolve("fleet");
    }

    private static void requirePassage(Path folder, UserPrincipal account) throws IOException {
        for (Path above = folder.getParent(); above != null; above = above.getParent()) {
            if (!Files.getPosixFilePermissions(above).contains(PosixFilePermission.OTHERS_EXECUTE)
                    && !Files.getOwner(above).equals(account)) {
                throw new StackException(
                        "Started by root, servers run as %s, who may not pass through %s: choose a folder elsewhere"
                                .formatted(SERVER_USER, above));
            }
        }
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException notLinux) {
            return false;
        }
    }
}
