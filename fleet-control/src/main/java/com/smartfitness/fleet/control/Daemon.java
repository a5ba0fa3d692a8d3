package com.smartfitness.fleet.control;

import com.smartfitness.fleet.FleetHome;
import com.smartfitness.stack.StackException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Starts a supervisor in the background, where it outlives the shell that asked for it. */
public final class Daemon {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int POLL = 50;

    private Daemon() {}

    /**
     * Returns when the supervisor takes orders.
     *
     * @param arguments its main class and what that is told
     */
    public static void start(FleetHome home, List<String> arguments) {
        home.create();
        try {
            List<String> command = new ArrayList<>(List.of(
                    "setsid",
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx96m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Djava.util.logging.SimpleFormatter.format=%1$tFT%1$tT %4$s %5$s%6$s%n",
                    "-cp",
                    ownClasses(home)));
            command.addAll(arguments);
            Process process = new ProcessBuilder(command)
                    .directory(home.folder().toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.to(home.log().toFile()))
                    .start();
            await(process, home);
        } catch (IOException e) {
            throw new StackException("The supervisor cannot be started: " + e, e);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while the supervisor was starting", interrupted);
        }
    }

    private static void await(Process process, FleetHome home) throws IOException, InterruptedException {
        Control control = new Control(home);
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!control.isUp()) {
            if (process.waitFor(POLL, TimeUnit.MILLISECONDS)) {
                throw new StackException("The supervisor ended at once: "
                        + Files.readString(home.log()).strip());
            }
            if (System.nanoTime() > deadline) {
                process.destroy();
                throw new StackException("The supervisor takes no orders; its words are in " + home.log());
            }
        }
    }

    /** A copy of this program's classes, so that a build does not pull them away under the supervisor. */
    private static String ownClasses(FleetHome home) throws IOException {
        Path copies = home.folder().resolve("control");
        Files.createDirectories(copies);
        try (Stream<Path> old = Files.list(copies)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        List<String> classPath = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path original = Path.of(entry);
            if (Files.isRegularFile(original)) {
                Path copy = copies.resolve("%d-%s".formatted(classPath.size(), original.getFileName()));
                Files.copy(original, copy, StandardCopyOption.COPY_ATTRIBUTES);
                classPath.add(copy.toString());
            } else {
                classPath.add(original.toString());
            }
        }
        return String.join(File.pathSeparator, classPath);
    }
}
