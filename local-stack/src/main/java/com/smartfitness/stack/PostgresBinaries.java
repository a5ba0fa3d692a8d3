package com.smartfitness.stack;

import java.nio.file.Path;

/** PostgreSQL's programs. */
final class PostgresBinaries {

    private static final Archive ARCHIVE = new Archive("postgres", "/postgres-linux-x86_64.txz");

    private PostgresBinaries() {}

    /** The folder that holds {@code initdb} and {@code postgres}. */
    static Path bin() {
        requirePlatform();
        return ARCHIVE.unpacked().resolve("bin");
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
