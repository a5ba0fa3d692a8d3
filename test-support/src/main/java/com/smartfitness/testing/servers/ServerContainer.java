package com.smartfitness.testing.servers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;
import com.github.dockerjava.api.model.WaitResponse;
import com.smartfitness.stack.Server;
import com.smartfitness.stack.StackException;
import com.smartfitness.testing.stores.Eventually;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.Transferable;

/** A server in a container, reached at ports of this machine's loopback which stay its own while it is down. */
abstract class ServerContainer implements Server {

    static final String LOOPBACK = "127.0.0.1";
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final int STOP_LIMIT_SECONDS = 30;

    private final String dataFolder;
    private final GenericContainer<?> container;

    /**
     * @param dataFolder where the server keeps its data, inside the container
     * @param ports of this machine, by those inside the container
     */
    ServerContainer(String image, String dataFolder, Map<Integer, Integer> ports) {
        this.dataFolder = dataFolder;
        this.container = new GenericContainer<>(image).withCreateContainerCmdModifier(command -> {
            command.withExposedPorts(
                    ports.keySet().stream().map(ExposedPort::tcp).toList());
            requireNonNull(command.getHostConfig()).withPortBindings(bindings(ports));
        });
    }

    /** Whether a client would be served, found out by being one. */
    abstract boolean isReady();

    final GenericContainer<?> container() {
        return container;
    }

    /** Runs a program inside the container, which succeeds. */
    final void run(String... command) {
        try {
            var result = container.execInContainer(command);
            if (result.getExitCode() != 0) {
                throw new StackException("%s in %s: %s%s"
                        .formatted(
                                String.join(" ", command),
                                container.getDockerImageName(),
                                result.getStdout(),
                                result.getStderr()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while a program ran in a container", interrupted);
        }
    }

    final void write(String file, String text) {
        container.copyFileToContainer(Transferable.of(text), file);
    }

    @Override
    public final void start() {
        if (!isCreated()) {
            container.start();
        } else if (!isRunning()) {
            engine().startContainerCmd(id()).exec();
        }
        try {
            Eventually.holds(container.getDockerImageName() + " serves clients", START_LIMIT, this::isReady);
        } catch (AssertionError late) {
            throw new StackException("%s. It printed: %s".formatted(late.getMessage(), container.getLogs()), late);
        }
    }

    @Override
    public final void stop() {
        if (isRunning()) {
            engine().stopContainerCmd(id()).withTimeout(STOP_LIMIT_SECONDS).exec();
        }
    }

    @Override
    public final void kill() {
        if (isRunning()) {
            engine().killContainerCmd(id()).exec();
            awaitEnd();
        }
    }

    @Override
    public final boolean isRunning() {
        return isCreated()
                && Boolean.TRUE.equals(
                        engine().inspectContainerCmd(id()).exec().getState().getRunning());
    }

    @Override
    public final byte[] storedBytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(container.getLogs().getBytes(UTF_8));
        try (InputStream archive =
                engine().copyArchiveFromContainerCmd(id(), dataFolder).exec()) {
            archive.transferTo(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toByteArray();
    }

    @Override
    public final void close() {
        container.stop();
    }

    private void awaitEnd() {
        try {
            engine().waitContainerCmd(id())
                    .exec(new ResultCallback.Adapter<WaitResponse>())
                    .awaitCompletion();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while a container ended", interrupted);
        }
    }

    private boolean isCreated() {
        return container.getContainerId() != null;
    }

    private String id() {
        return container.getContainerId();
    }

    private DockerClient engine() {
        return container.getDockerClient();
    }

    private static List<PortBinding> bindings(Map<Integer, Integer> ports) {
        return ports.entrySet().stream()
                .map(port -> new PortBinding(
                        Binding.bindIpAndPort(LOOPBACK, port.getValue()), ExposedPort.tcp(port.getKey())))
                .toList();
    }
}
