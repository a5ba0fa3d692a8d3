package com.smartfitness.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Programs that run to their end. */
final class Commands {

    private Commands() {}

    static String run(String... command) throws IOException {
        return run(Path.of("/"), List.of(command), Map.of());
    }

    /** What the program printed. Any exit status but 0 is an exception with it. */
    static String run(Path directory, List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("%s failed: %s".formatted(String.join(" ", command), output));
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("%s was interrupted".formatted(command.getFirst()), interrupted);
        }
        return output;
    }
}
