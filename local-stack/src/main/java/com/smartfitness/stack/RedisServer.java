package com.smartfitness.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One Redis server that has written a change to disk before it answers. Nobody enters without a name: Redis' default
 * user is off.
 */
public final class RedisServer extends NativeServer {

    private static final String HOST = "127.0.0.1";
    private static final String PROGRAM = "/usr/bin/redis-server";
    private static final String ADMINISTRATOR = "administrator";
    private static final String INSPECTOR = "inspector";
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,50}");

    // Of what is dangerous, services may ask for the state, which health checks do, and for settings and rights,
    // because none starts on a store that may lose what it has acknowledged.
    private static final String OF_A_SERVICE = "~* &* +@all -@admin -@dangerous +info +config|get +acl|dryrun";

    // Nobody can be this user. As who Redis reads its append-only file, and without rights would leave out what was
    // changed in transactions and scripts (redis/redis#14541).
    private static final String OF_NOBODY = "~* &* +@all";
    private static final String OF_THE_ADMINISTRATOR = "+ping +acl";
    private static final String OF_THE_INSPECTOR = "+client|list";
    private static final Pattern CLIENT = Pattern.compile(" addr=\\S+:(\\d+) .* user=(\\S+)");

    private final int port;

    private RedisServer(@Nullable Path directory, int port) {
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
        if (!NAME.matcher(name).matches() || name.equals(ADMINISTRATOR) || name.equals(INSPECTOR)) {
            throw new IllegalArgumentException("No name for a user: " + name);
        }
        try {
            RedisFacts user = facts(name);
            writeUsers();
            RedisCommands.run(facts(ADMINISTRATOR), "ACL LOAD");
            return user;
        } catch (IOException e) {
            throw new StackException("User %s of Redis cannot be made: %s".formatted(name, e.getMessage()), e);
        }
    }

    /** Users by the ports of their clients, asked by one who may ask this and nothing else. */
    public Map<Integer, String> clients() {
        try {
            Map<Integer, String> users = new HashMap<>();
            RedisCommands.lines(facts(INSPECTOR), "CLIENT LIST").forEach(line -> {
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

    @Override
    void prepare() throws IOException {
        if (!Files.isExecutable(Path.of(PROGRAM))) {
            throw new StackException("Redis is not installed: apt-get install --no-install-recommends redis-server"
                    + " (its system service is not needed)");
        }
        Files.createDirectories(directory().resolve("data"));
        facts(ADMINISTRATOR);
        facts(INSPECTOR);
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
            RedisCommands.run(facts(ADMINISTRATOR), "PING");
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private RedisFacts facts(String user) throws IOException {
        return new RedisFacts(HOST, port, user, Secrets.in(passwords().resolve(user)));
    }

    // Passwords are in it as hashes, since Redis rewrites and shows what it reads here.
    private void writeUsers() throws IOException {
        StringBuilder lines = new StringBuilder("user default off %s\n".formatted(OF_NOBODY));
        for (String name : names()) {
            lines.append(
                    "user %s on #%s %s\n".formatted(name, sha256(facts(name).password()), rightsOf(name)));
        }
        Files.writeString(users(), lines);
        if (isRunning()) {
            Account.own(users());
        }
    }

    private static String rightsOf(String name) {
        return switch (name) {
            case ADMINISTRATOR -> OF_THE_ADMINISTRATOR;
            case INSPECTOR -> OF_THE_INSPECTOR;
            default -> OF_A_SERVICE;
        };
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> files = Files.list(passwords())) {
            Set<String> names = new TreeSet<>();
            files.forEach(file -> names.add(file.getFileName().toString()));
            return names;
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

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
