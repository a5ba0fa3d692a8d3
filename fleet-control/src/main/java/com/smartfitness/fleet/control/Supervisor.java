package com.smartfitness.fleet.control;

import com.smartfitness.fleet.Fleet;
import com.smartfitness.fleet.FleetPlan;
import com.smartfitness.fleet.Report;
import com.smartfitness.stack.StackException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Runs a fleet and takes orders on a socket in the fleet's folder, where nobody but its user gets at it. */
public final class Supervisor {

    private static final System.Logger LOG = System.getLogger("fleet");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Fleet fleet;
    private final Path socket;

    private Supervisor(Fleet fleet) {
        this.fleet = fleet;
        this.socket = fleet.plan().home().socket();
    }

    /** Starts the fleet and serves orders until one says that it is to go down. */
    public static void run(FleetPlan plan) throws IOException {
        plan.home().create();
        try (FileChannel lock =
                FileChannel.open(plan.home().lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (lock.tryLock() == null) {
                throw new StackException("The fleet in %s has a supervisor already"
                        .formatted(plan.home().folder()));
            }
            try (Fleet fleet = Fleet.of(plan)) {
                // Of a signal; after an order to go down there is nothing left to close.
                Runtime.getRuntime().addShutdownHook(new Thread(fleet::close, "shutdown"));
                new Supervisor(fleet).serve();
            }
        }
    }

    private void serve() throws IOException {
        Files.deleteIfExists(socket);
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
            fleet.startAll();
            while (true) {
                SocketChannel client = server.accept();
                Thread.ofPlatform().daemon().name("order").start(() -> answer(client, server));
            }
        } catch (ClosedChannelException down) {
            // An order closed the door.
        } finally {
            Files.deleteIfExists(socket);
        }
    }

    private void answer(SocketChannel client, ServerSocketChannel server) {
        boolean down = false;
        try (client;
                BufferedReader reader = new BufferedReader(Channels.newReader(client, StandardCharsets.UTF_8));
                Writer writer = Channels.newWriter(client, StandardCharsets.UTF_8)) {
            String line = reader.readLine();
            if (line == null) {
                return;
            }
            Request request = JSON.readValue(line, Request.class);
            down = request.order() == Request.Order.DOWN;
            writer.write(JSON.writeValueAsString(reply(request)) + "\n");
            writer.flush();
        } catch (IOException | JacksonException e) {
            LOG.log(System.Logger.Level.WARNING, "An order could not be answered", e);
        } finally {
            if (down) {
                close(server);
            }
        }
    }

    private Reply reply(Request request) {
        try {
            return new Reply(null, obey(request));
        } catch (StackException e) {
            return new Reply(e.getMessage(), List.of());
        }
    }

    private List<Report> obey(Request request) {
        return switch (request.order()) {
            case CONDITIONS -> fleet.conditions().stream().map(Report::brief).toList();
            case REPORTS -> fleet.reports();
            case START -> List.of(Report.brief(fleet.start(named(request))));
            case STOP -> List.of(Report.brief(fleet.stop(named(request))));
            case RESTART -> List.of(Report.brief(fleet.restart(named(request))));
            case DOWN -> {
                fleet.close();
                yield List.of();
            }
        };
    }

    private static String named(Request request) {
        return Objects.requireNonNull(request.name());
    }

    private static void close(ServerSocketChannel server) {
        try {
            server.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "The socket could not be closed", e);
        }
    }
}
