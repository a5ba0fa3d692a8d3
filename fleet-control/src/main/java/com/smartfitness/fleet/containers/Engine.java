package com.smartfitness.fleet.containers;

import com.smartfitness.stack.StackException;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The container engine of this machine and its compose program, of either kind. */
final class Engine {

    private final Path project;
    private final Map<String, String> environment;
    private final List<String> compose;

    private Engine(Path project, Map<String, String> environment, List<String> compose) {
        this.project = project;
        this.environment = Map.copyOf(environment);
        this.compose = List.copyOf(compose);
    }

    /**
     * @param environment what docker-compose.yml asks for
     * @throws StackException that says in one line what is missing
     */
    static Engine find(Path project, Map<String, String> environment) {
        Engine bare = new Engine(project, environment, List.of());
        Answer engine = bare.ask(List.of("docker", "info", "--format", "{{.ServerVersion}}"));
        if (!engine.good()) {
            throw new StackException("No container engine answers: " + engine.lastLine());
        }
        for (List<String> program : List.of(List.of("docker", "compose"), List.of("docker-compose"))) {
            if (bare.ask(with(program, "version")).good()) {
                return new Engine(project, environment, with(program, "--project-name", "fleet"));
            }
        }
        throw new StackException("Neither 'docker compose' nor 'docker-compose' is installed");
    }

    /** The same, told something more. */
    Engine with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new Engine(project, more, compose);
    }

    /** Sees that the image is there, or comes. */
    void require(String image) {
        Answer found = find(image);
        if (!found.good()) {
            throw new StackException("The image %s cannot be had: %s".formatted(image, found.lastLine()));
        }
    }

    /** Whether the image is there, or has come. */
    boolean has(String image) {
        return find(image).good();
    }

    private Answer find(String image) {
        Answer there = ask(List.of("docker", "image", "inspect", image));
        return there.good() ? there : ask(List.of("docker", "pull", "--quiet", image));
    }

    /** Runs a command of compose and shows what it prints. */
    void compose(String... command) {
        Answer answer = run(with(compose, command), true);
        if (!answer.good()) {
            throw new StackException("'%s' failed; what it said is above".formatted(String.join(" ", command)));
        }
    }

    /** Each container of the fleet as {@code name health restarts}. */
    List<String> health() {
        List<String> ids = ask(with(compose, "ps", "-q")).lines();
        List<String> inspect = with(List.of("docker", "inspect", "--format"), """
                {{index .Config.Labels "com.docker.compose.service"}} {{if .State.Health}}{{.State.Health.Status}}{{else}}healthy{{end}} {{.RestartCount}}""");
        inspect.addAll(ids);
        return ids.isEmpty() ? List.of() : ask(inspect).lines();
    }

    private Answer ask(List<String> command) {
        return run(command, false);
    }

    private Answer run(List<String> command, boolean shown) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(!shown)
                .redirectInput(new File("/dev/null"));
        if (shown) {
            builder.redirectOutput(Redirect.INHERIT).redirectError(Redirect.INHERIT);
        }
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor() == 0, text);
        } catch (IOException notInstalled) {
            return new Answer(false, "'%s' cannot be run".formatted(command.getFirst()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted", interrupted);
        }
    }

    private static List<String> with(List<String> beginning, String... end) {
        List<String> all = new ArrayList<>(beginning);
        all.addAll(List.of(end));
        return all;
    }

    private record Answer(boolean good, String text) {

        List<String> lines() {
            return text.lines().filter(line -> !line.isBlank()).toList();
        }

        String lastLine() {
            return lines().isEmpty() ? "(no word)" : lines().getLast().strip();
        }
    }
}
