package com.smartfitness.stack;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One S3Proxy on a local folder, in a JVM of its own. Its owner's key may do everything; others have keys that read
 * objects of named buckets, and neither list nor change anything. Who has no key gets nothing.
 */
public final class ObjectServer extends NativeServer {

    private static final Archive ARCHIVE = new Archive("s3proxy", "/stack-s3proxy.zip");
    private static final String OWNER = "owner";
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9-]{1,61}[a-z0-9]");
    private static final Pattern READER = Pattern.compile("[a-z0-9-]{1,50}");

    private final int port;

    private ObjectServer(@Nullable Path directory, int port) {
        super("S3Proxy", directory);
        this.port = port;
    }

    /** A server whose data are gone once it is closed, on a free port. */
    public static ObjectServer temporary() {
        return new ObjectServer(null, Ports.free());
    }

    /** A server that finds its data in the folder again. */
    public static ObjectServer at(Path directory, int port) {
        return new ObjectServer(directory, port);
    }

    public int port() {
        return port;
    }

    /** Creates the bucket, unless it is there already. The server has been started. */
    public void ensureBucket(String name) {
        if (!BUCKET.matcher(name).matches()) {
            throw new IllegalArgumentException("No name for a bucket: " + name);
        }
        try {
            own(Files.createDirectories(buckets().resolve(name)));
        } catch (IOException e) {
            throw new StackException("Bucket %s cannot be created: %s".formatted(name, e.getMessage()), e);
        }
    }

    /** The key that may do everything. */
    public ObjectStoreFacts owner() {
        return key(OWNER, List.of());
    }

    /**
     * A key for whoever is named, that may GET and HEAD the objects of these buckets. Asked for again, it has the same
     * secret and opens the buckets named last.
     */
    public ObjectStoreFacts reader(String name, String... buckets) {
        if (!READER.matcher(name).matches() || name.equals(OWNER) || buckets.length == 0) {
            throw new IllegalArgumentException("A reader needs a name of its own and buckets: " + name);
        }
        return key(name, List.of(buckets));
    }

    /** The release of S3Proxy, e.g. {@code 4.1.0}. */
    public String version() {
        return ARCHIVE.versionOf("s3proxy");
    }

    @Override
    void prepare() throws IOException {
        Files.createDirectories(buckets());
        Files.createDirectories(keys());
        owner();
    }

    @Override
    List<String> command() {
        Path home = ARCHIVE.unpacked();
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "-cp",
                home.resolve("classes") + ":" + home.resolve("lib") + "/*",
                "com.smartfitness.stack.s3proxy.ObjectStore",
                "" + port,
                buckets().toString(),
                keys().toString());
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

    /** Whether it refuses a client without a key, as it does once it knows its keys. */
    @Override
    boolean isReady() {
        return Http.status(endpoint()) == 403;
    }

    private ObjectStoreFacts key(String name, List<String> readable) {
        try {
            String secret = Secrets.in(directory().resolve("secrets").resolve(name));
            Properties properties = new Properties();
            properties.setProperty("secret", secret);
            if (!readable.isEmpty()) {
                properties.setProperty("readable", String.join(",", readable));
            }
            StringWriter text = new StringWriter();
            properties.store(text, null);
            write(keys().resolve(name), text.toString());
            return new ObjectStoreFacts(endpoint(), name, secret);
        } catch (IOException e) {
            throw new StackException("The key of %s cannot be made: %s".formatted(name, e.getMessage()), e);
        }
    }

    // Whole or not at all: the running server reads it at any time.
    private void write(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + "~");
        Files.createDirectories(keys());
        Files.writeString(draft, text);
        own(draft);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    // What is made before it starts is given to it with the rest of its folder.
    private void own(Path path) throws IOException {
        if (isRunning()) {
            Account.own(path);
        }
    }

    private String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    private Path buckets() {
        return directory().resolve("buckets");
    }

    private Path keys() {
        return directory().resolve("keys");
    }
}
