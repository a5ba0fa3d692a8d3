package com.smartfitness.testing.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A main class of the current class path in a process of its own, to be stopped and killed. */
public final class ChildJvm implements AutoCloseable {

    private static final Duration END_LIMIT = Duration.ofSeconds(60);

    private final String mainClass;
    private final Process process;
    private final Path output;

    private ChildJvm(String mainClass, Process process, Path output) {
        this.mainClass = mainClass;
        this.process = process;
        this.output = output;
    }

    /** Starts it; its output goes to a file. */
    public static ChildJvm start(Class<?> mainClass, Map<String, String> systemProperties, String... arguments) {
        return start(mainClass, List.of(), systemProperties, arguments);
    }

    /** The same with further options of the JVM. */
    public static ChildJvm start(
            Class<?> mainClass, List<String> options, Map<String, String> systemProperties, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // It shares the machine with the tests, and is short-lived as they are.
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote",
                "-Xmx512m"));
        command.addAll(options);
        systemProperties.forEach((name, value) -> command.add("-D%s=%s".formatted(name, value)));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass.getName()));
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile(mainClass.getSimpleName() + "-", ".log");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            return new ChildJvm(mainClass.getSimpleName(), process, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first line of output in which the pattern is found. Fails with the whole output if none comes. */
    public String awaitLine(String pattern, Duration limit) {
        Pattern searched = Pattern.compile(pattern);
        try {
            return Eventually.becomes(
                            "line like " + pattern,
                            limit,
                            () -> output().lines()
                                    .filter(line -> searched.matcher(line).find())
                                    .findFirst(),
                            line -> line.isPresent() || !process.isAlive())
                    .orElseThrow(() -> new AssertionError("Ended without a line like " + pattern));
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + prefixedOutput(), e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it with SIGTERM, so that shutdown hooks run, and returns its exit status. */
    public int stop() {
        process.destroy();
        return awaitEnd();
    }

    /** Ends it with SIGKILL. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Has it stand still, as a long pause of its machine would. */
    public void pause() {
        signal("STOP");
    }

    /** Lets it go on after {@link #pause}. */
    public void resume() {
        signal("CONT");
    }

    /** Waits for it to end by itself, and returns its exit status. */
    public int awaitEnd() {
        try {
            if (process.waitFor(END_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError(mainClass + " does not end" + prefixedOutput());
    }

    @Override
    public void close() {
        kill();
        try {
            Files.deleteIfExists(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void signal(String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .inheritIO()
                    .start();
            if (kill.waitFor() != 0) {
                throw new AssertionError(mainClass + " cannot be sent " + name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private String prefixedOutput() {
        return ("\n" + output().stripTrailing()).replace("\n", "\n%s| ".formatted(mainClass));
    }
}
