package com.smartfitness.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords made on this machine. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    public static String generate() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The password kept in a file, generated there on first use. */
    public static String in(Path file) throws IOException {
        if (!Files.exists(file)) {
            Path folder = Files.createDirectories(file.getParent());
            // Whole or not at all: readable by its owner alone from the first byte on.
            Path made = Files.createTempFile(folder, file.getFileName().toString(), ".new");
            Files.writeString(made, generate());
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file);
    }
}
