package com.smartfitness.fleet.control;

import com.smartfitness.fleet.Condition;
import com.smartfitness.fleet.FleetHome;
import com.smartfitness.fleet.Report;
import com.smartfitness.fleet.control.Request.Order;
import com.smartfitness.stack.StackException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Gives orders to the supervisor of a fleet, if it has one. */
public final class Control {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final FleetHome home;

    public Control(FleetHome home) {
        this.home = home;
    }

    public boolean isUp() {
        try (SocketChannel channel = connect()) {
            return channel.isConnected();
        } catch (IOException down) {
            return false;
        }
    }

    /** How each component is. */
    public List<Condition> conditions() {
        return send(Order.CONDITIONS, null).stream().map(Report::condition).toList();
    }

    /** How each component is, if there is a fleet that can tell. */
    public Optional<List<Condition>> conditionsIfUp() {
        try {
            return Optional.of(conditions());
        } catch (StackException down) {
            return Optional.empty();
        }
    }

    /** How each component is, with what it takes a moment to find out. */
    public List<Report> reports() {
        return send(Order.REPORTS, null);
    }

    public Condition start(String name) {
        return send(Order.START, name).getFirst().condition();
    }

    public Condition stop(String name) {
        return send(Order.STOP, name).getFirst().condition();
    }

    public Condition restart(String name) {
        return send(Order.RESTART, name).getFirst().condition();
    }

    /** Ends the fleet, supervisor included, and waits for that. */
    public void down() {
        send(Order.DOWN, null);
        try (FileChannel lock = FileChannel.open(home.lock(), StandardOpenOption.WRITE)) {
            lock.lock().release();
        } catch (IOException e) {
            throw new StackException("The supervisor's end cannot be seen: " + e, e);
        }
    }

    private List<Report> send(Order order, @Nullable String name) {
        try (SocketChannel channel = connect();
                Writer writer = Channels.newWriter(channel, StandardCharsets.UTF_8);
                BufferedReader reader = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8))) {
            writer.write(JSON.writeValueAsString(new Request(order, name)) + "\n");
            writer.flush();
            String line = reader.readLine();
            if (line == null) {
                throw new StackException("The supervisor ended without an answer; its words are in " + home.log());
            }
            Reply reply = JSON.readValue(line, Reply.class);
            if (reply.problem() != null) {
                throw new StackException(reply.problem());
            }
            return reply.reports();
        } catch (SocketException | NoSuchFileException down) {
            throw new StackException("The fleet is not up; ./fleet up starts it", down);
        } catch (IOException e) {
            throw new StackException("The supervisor does not answer: " + e, e);
        }
    }

    private SocketChannel connect() throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            if (!Files.exists(home.socket())) {
                throw new ConnectException("no socket");
            }
            channel.connect(UnixDomainSocketAddress.of(home.socket()));
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }
}
