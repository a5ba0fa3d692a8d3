package com.smartfitness.stack;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * What a JVM has loaded, linked and profiled of a program while it was put together once, kept for its next starts
 * (JEP 483, 514 and 515). It holds for this JDK, this content of the program and these options alone, which its name
 * tells apart; what the name does not tell, such as a file that is cut short, {@link #isUsable()} finds out.
 */
record AotCache(Path jar, List<String> options, Path file) {

    private static final Duration PROBE_LIMIT = Duration.ofSeconds(30);
    private static final Duration TRAINING_LIMIT = Duration.ofMinutes(5);

    static AotCache of(UnpackedProgram program, List<String> options) {
        CRC32 jvm = new CRC32();
        Stream.concat(
                        Stream.of(System.getProperty("java.home"), System.getProperty("java.vm.version")),
                        options.stream())
                .forEach(part -> jvm.update((part + "\n").getBytes(StandardCharsets.UTF_8)));
        Path file = program.folder().resolve("%08x.aot".formatted(jvm.getValue()));
        return new AotCache(program.jar(), options, file);
    }

    /** What lets a JVM use the cache; nothing where there is none. */
    List<String> use() {
        return Files.exists(file) ? List.of("-XX:AOTCache=" + file) : List.of();
    }

    /** Whether a JVM would take it, found out by one. */
    boolean isUsable() throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        List<String> command = command("-XX:AOTCache=" + file, "-XX:AOTMode=on");
        command.addAll(List.of("-cp", jar.toString(), "-version"));
        return run(command, Map.of(), Path.of("/dev/null"), PROBE_LIMIT);
    }

    /**
     * Has a JVM put the program together and end before it starts, and keeps what that JVM has learned.
     *
     * @param environment what the program needs to be put together
     * @throws StackException that says where its words are, if it cannot be
     */
    void make(Map<String, String> environment) throws IOException {
        Path draft = Files.createTempFile(jar.getParent(), "training-", ".aot");
        Path log = jar.resolveSibling("training.log");
        List<String> command = command("-XX:AOTCacheOutput=" + draft, "-Dspring.context.exit=onRefresh");
        command.addAll(List.of("-jar", jar.toString()));
        try {
            if (!run(command, environment, log, TRAINING_LIMIT) || Files.size(draft) == 0) {
                throw new StackException("%s cannot be put together for a training run; its words are in %s"
                        .formatted(jar.getFileName(), log));
            }
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("r--r--r--"));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private List<String> command(String... more) {
        List<String> command = new ArrayList<>(List.of(JavaProgram.java()));
        command.addAll(options);
        command.addAll(List.of(more));
        return command;
    }

    private boolean run(List<String> command, Map<String, String> environment, Path output, Duration limit)
            throws IOException {
        // What the program writes beside itself is to be in the cache as well.
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(jar.resolveSibling("").toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("%s was interrupted".formatted(command.getFirst()), interrupted);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
