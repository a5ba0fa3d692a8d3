package com.smartfitness.bench.machine;

import com.smartfitness.bench.workload.Commands;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** A program in a JVM of its own that takes commands; it ends with this one. */
public final class Program implements AutoCloseable {

    private static final int END_SECONDS = 30;

    private final String name;
    private final Process process;
    private final BufferedReader answers;
    private final Path log;

    private Program(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.answers = process.inputReader();
        this.log = log;
    }

    /** Starts a main class of this class path and returns when it is ready. Its log goes to a file. */
    public static Program start(
            String name, Class<?> mainClass, Map<String, String> settings, List<String> jvm, Path folder) {
        List<String> command = Jvm.command(jvm);
        command.add("-Dlogging.file.name=" + folder.resolve(name + ".log"));
        command.add(mainClass.getName());
        Path log = folder.resolve(name + ".log");
        try {
            Files.deleteIfExists(log);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectError(folder.resolve(name + ".err").toFile());
            builder.environment()
                    .put("SPRING_APPLICATION_JSON", JsonMapper.shared().writeValueAsString(settings));
            Process process = builder.start();
            Program program = new Program(name, process, log);
            program.answer();
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives a command and reads its answer. */
    public <T> T ask(Class<T> type, String command) {
        return JsonMapper.shared().readValue(answerTo(command), type);
    }

    /** Gives a command whose answer says nothing new. */
    public void tell(String command) {
        answerTo(command);
    }

    public long pid() {
        return process.pid();
    }

    /** Closes its input, so that it ends by itself. */
    @Override
    public void close() {
        try {
            process.outputWriter().close();
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException gone) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private String answerTo(String command) {
        try {
            process.outputWriter().write(command + "\n");
            process.outputWriter().flush();
            return answer();
        } catch (IOException e) {
            throw new UncheckedIOException("%s does not answer; see %s".formatted(name, log), e);
        }
    }

    private String answer() throws IOException {
        List<String> said = new ArrayList<>();
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(Commands.ANSWER)) {
                return line.substring(Commands.ANSWER.length());
            }
            said.add(line);
        }
        process.destroyForcibly();
        throw new IOException("%s ended; see %s. It said: %s".formatted(name, log, String.join(" | ", said)));
    }
}
