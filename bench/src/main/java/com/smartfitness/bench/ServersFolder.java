package com.smartfitness.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Where a benchmark's servers keep what they write. */
final class ServersFolder {

    private ServersFolder() {}

    /** A new folder, which servers of another account can pass through. */
    static Path create(String benchmark) throws IOException {
        Path folder = Files.createTempDirectory("fleet-" + benchmark + "-");
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    }
}
