package com.smartfitness.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One Redis server that has written a change to disk before it answers, and that lets in whom {@link RedisUsers} says. */
public class RedisServer extends NativeServer {

    private static final String HOST = "127.0.0.1";
    private static final String PROGRAM = "/usr/bin/redis-server";
    private static final Pattern CLIENT = Pattern.compile(" addr=\\S+:(\\d+) .* user=(\\S+)");

    private final int port;

    protected RedisServer(@Nullable Path directory, int port) {
        super("Redis", directory);
        this.port = port;
    }

    /** A server whose data are gone once it is closed, on a free port. */
    public static RedisServer temporary() {
        return new RedisServer(null, Ports.free());
    }

    /** A server that finds its data in the folder again. */
    public static RedisServer at(Path directory, int port) {
        return new RedisServer(directory, port);
    }

    public int port() {
        return port;
    }

    /**
     * A user for a service, with all keys and every command that does not administer the server. Asked for again, it has
     * the same password. The server has been started.
     */
    public RedisFacts ensureUser(String name) {
        try {
            RedisFacts user = facts(RedisUsers.serviceNamed(name));
            writeUsers();
            admin().loadUsers();
            return user;
        } catch (IOException e) {
            throw new StackException("User %s of Redis cannot be made: %s".formatted(name, e.getMessage()), e);
        }
    }

    /** Users by the ports of their clients, asked by one who may ask this and nothing else. */
    public Map<Integer, String> clients() {
        try {
            Map<Integer, String> users = new HashMap<>();
            RedisCommands.lines(facts(RedisUsers.INSPECTOR), "CLIENT LIST").forEach(line -> {
                Matcher client = CLIENT.matcher(line);
                if (client.find()) {
                    users.put(Integer.parseInt(client.group(1)), client.group(2));
                }
            });
            return users;
        } catch (IOException e) {
            throw new StackException("Redis does not tell of its clients: " + e.getMessage(), e);
        }
    }

    /** The installed release, e.g. {@code 7.0.15}. */
    public String version() {
        try {
            return Commands.run(PROGRAM, "--version").replaceFirst("(?s).*v=(\\S+).*", "$1");
        } catch (IOException e) {
            throw new StackException("Redis does not tell its version: " + e.getMessage(), e);
        }
    }

    /** Whether the machine has the program. */
    public static boolean isInstalled() {
        return Files.isExecutable(Path.of(PROGRAM));
    }

    @Override
    void prepare() throws IOException {
        if (!isInstalled()) {
            throw new StackException("Redis is not installed: apt-get install --no-install-recommends redis-server"
                    + " (its system service is not needed)");
        }
        Files.createDirectories(directory().resolve("data"));
        facts(RedisUsers.ADMINISTRATOR);
        facts(RedisUsers.INSPECTOR);
        writeUsers();
        Files.writeString(directory().resolve("redis.conf"), """
                bind %s
                port %d
                dir %s
                aclfile %s
                appendonly yes
                appendfsync always
                save ""
                auto-aof-rewrite-min-size 512mb
                rdbcompression no
                """.formatted(
                        HOST, port, quoted(directory().resolve("data")), quoted(users())));
    }

    @Override
    List<String> command() {
        return List.of(PROGRAM, directory().resolve("redis.conf").toString());
    }

    @Override
    Map<String, String> environment() {
        return Map.of();
    }

    @Override
    int[] ports() {
        return new int[] {port};
    }

    @Override
    String stopSignal() {
        return "TERM";
    }

    @Override
    boolean isReady() {
        try {
            return admin().isServed();
        } catch (IOException notYet) {
            return false;
        }
    }

    private RedisFacts facts(String user) throws IOException {
        return new RedisFacts(HOST, port, user, Secrets.in(passwords().resolve(user)));
    }

    private RedisAdmin admin() throws IOException {
        return new RedisAdmin(facts(RedisUsers.ADMINISTRATOR));
    }

    private void writeUsers() throws IOException {
        Map<String, String> users = new HashMap<>();
        for (String name : names()) {
            users.put(name, facts(name).password());
        }
        Files.writeString(users(), RedisUsers.file(users));
        if (isRunning()) {
            Account.own(users());
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(passwords())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private Path passwords() {
        return directory().resolve("passwords");
    }

    private Path users() {
        return directory().resolve("users.acl");
    }

    private static String quoted(Path path) {
        return "\"" + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
