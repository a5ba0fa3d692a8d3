package com.smartfitness.mlops.training;

import com.smartfitness.mlops.MlopsApplication;
import com.smartfitness.mlops.laundry.TrainingFolder;
import com.smartfitness.mlops.laundry.commandline.TrainLaundryModel;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A JVM of its own that learns: what it takes of memory and processors, and what ends it, does not touch the service. It
 * gives way to whatever else wants the processors, unless told otherwise, and ends with this process.
 */
final class TrainingProcess implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TrainingProcess.class);
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    /**
     * Linux may share processors out by sessions, and by how nice processes are only within each: so a session of its own,
     * which is to have little, and the lowest priority for systems that look at processes alone.
     */
    private static final List<String> GIVING_WAY = List.of(
            SETSID.toString(),
            "/bin/sh",
            "-c",
            "2>/dev/null echo 19 >/proc/self/autogroup; exec nice -n 19 \"$@\"",
            "training");

    private final Process process;
    private final Path errors;
    private volatile TrainingStage stage = TrainingStage.TRAINING;
    private volatile int percent;

    private TrainingProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
    }

    static TrainingProcess start(TrainingFolder folder, TrainingProperties properties) throws IOException {
        List<String> command = new ArrayList<>();
        if (properties.givesWay() && Files.isExecutable(SETSID)) {
            command.addAll(GIVING_WAY);
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(properties.jvm());
        command.addAll(List.of(
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(thisProgram());
        command.addAll(
                List.of(TrainLaundryModel.COMMAND, folder.path().toString(), String.valueOf(properties.threshold())));
        Path errors = folder.path().resolve("errors.log");
        Process started =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        TrainingProcess training = new TrainingProcess(started, errors);
        Thread.ofVirtual().name("progress of training").start(training::listen);
        return training;
    }

    /** Waits for its end. */
    boolean hasEnded(Duration within) throws InterruptedException {
        return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    TrainingStage stage() {
        return stage;
    }

    /** Of the stage. */
    int percent() {
        return percent;
    }

    /** Once it has ended. */
    void requireSuccess() throws IOException {
        int status = process.exitValue();
        if (status != 0) {
            log.warn("The training process said: {}", Files.readString(errors));
            throw new IOException("The training process ended with status %d.".formatted(status));
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(TrainLaundryModel.PROGRESS)) {
                    String[] words =
                            line.substring(TrainLaundryModel.PROGRESS.length()).split(" ", 2);
                    percent = Integer.parseInt(words[1]);
                    stage = TrainingStage.valueOf(words[0]);
                }
            }
        } catch (IOException ended) {
            log.debug("The training process says no more", ended);
        }
    }

    /** The same jar or class path that this process was started from. */
    private static List<String> thisProgram() {
        String classPath = System.getProperty("java.class.path");
        boolean isOneJar = classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator);
        return isOneJar
                ? List.of("-jar", classPath)
                : List.of("-classpath", classPath, MlopsApplication.class.getName());
    }
}
