package com.smartfitness.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One PostgreSQL server with a superuser of generated password, reachable over TCP on loopback only. */
public class PostgresServer extends NativeServer {

    private static final String SUPERUSER = "postgres";
    private static final Map<String, String> SETTINGS = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "shared_buffers", "64MB",
            "max_connections", "100",
            // Shared memory in the data folder: a killed server leaves nothing behind in /dev/shm.
            "dynamic_shared_memory_type", "mmap");

    private final int port;
    private final Map<String, String> settings = new LinkedHashMap<>(SETTINGS);
    private String password = "";

    protected PostgresServer(@Nullable Path directory, int port) {
        super("PostgreSQL", directory);
        this.port = port;
    }

    /** A server whose data are gone once it is closed, on a free port. */
    public static PostgresServer temporary() {
        return new PostgresServer(null, Ports.free());
    }

    /** A server that finds its data in the folder again. */
    public static PostgresServer at(Path directory, int port) {
        return new PostgresServer(directory, port);
    }

    /** Sets a parameter of {@code postgresql.conf} from the next start on, e.g. {@code fsync} to {@code off}. */
    public PostgresServer with(String parameter, String value) {
        settings.put(parameter, value);
        return this;
    }

    public int port() {
        return port;
    }

    /** The superuser, from the first start on. */
    public PostgresAdmin admin() {
        return new PostgresAdmin(port, new Credentials(SUPERUSER, password));
    }

    @Override
    void prepare() throws IOException {
        Path passwordFile = directory().resolve("superuser.password");
        password = Secrets.in(passwordFile);
        if (!Files.exists(data().resolve("PG_VERSION"))) {
            Account.own(directory());
            Commands.run(
                    directory(),
                    Account.run(List.of(
                            program("initdb"),
                            "--pgdata=" + data(),
                            "--username=" + SUPERUSER,
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--locale=C.UTF-8")),
                    Map.of());
        }
    }

    @Override
    List<String> command() {
        List<String> command = new ArrayList<>(List.of(program("postgres"), "-D", data().toString(), "-p", "" + port));
        settings.forEach((parameter, value) -> command.addAll(List.of("-c", parameter + "=" + value)));
        return command;
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
        return "INT"; // "fast": connections are ended, nothing is waited for
    }

    @Override
    boolean isReady() {
        return admin().isServed();
    }

    private Path data() {
        return directory().resolve("data");
    }

    private static String program(String name) {
        return PostgresBinaries.bin().resolve(name).toString();
    }
}
