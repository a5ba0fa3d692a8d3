package com.smartfitness.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One Elasticsearch node with Korean analysis, which answers no request without its key. */
public final class ElasticsearchServer extends NativeServer {

    private static final Archive ARCHIVE = new Archive("elasticsearch", "/stack-elasticsearch.zip");

    private final int port;
    private final int transportPort;
    private String key = "";
    private boolean shortLived;

    private ElasticsearchServer(@Nullable Path directory, int port, int transportPort) {
        super("Elasticsearch", directory);
        this.port = port;
        this.transportPort = transportPort;
    }

    /** A node whose data are gone once it is closed, on free ports. */
    public static ElasticsearchServer temporary() {
        return new ElasticsearchServer(null, Ports.free(), Ports.free());
    }

    /** A node that finds its data in the folder again. Nothing but the node itself uses the second port. */
    public static ElasticsearchServer at(Path directory, int port, int transportPort) {
        return new ElasticsearchServer(directory, port, transportPort);
    }

    /** It starts sooner, and works slower for as long as it runs. To be said before it starts. */
    public ElasticsearchServer shortLived() {
        shortLived = true;
        return this;
    }

    public int port() {
        return port;
    }

    /** The way in, which stays the same from start to start. The server has been started. */
    public SearchFacts facts() {
        return new SearchFacts("http://127.0.0.1:" + port, key);
    }

    /** The release, e.g. {@code 9.5.2}. */
    public String version() {
        return ARCHIVE.versionOf("elasticsearch");
    }

    @Override
    void prepare() throws IOException {
        key = Secrets.in(configuration().resolve("api-key"));
        Files.createDirectories(temporaryFiles());
    }

    @Override
    List<String> command() {
        Path home = ARCHIVE.unpacked();
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms512m",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=" + (shortLived ? 1 : 4),
                "-Des.path.home=" + home,
                "-Djava.io.tmpdir=" + temporaryFiles(),
                "-Dlog4j2.configurationFile=" + home.resolve("classes").resolve("log4j2.properties"),
                "-Dlog4j2.disable.jmx=true",
                "-Dio.netty.noUnsafe=true",
                "--module-path",
                home.resolve("lib").toString(),
                "--add-modules",
                "ALL-MODULE-PATH,jdk.incubator.vector",
                "--enable-native-access=org.elasticsearch.nativeaccess,org.apache.lucene.core",
                // The guard of the key is a kind of plugin that is open to Elasticsearch's own modules.
                "--add-exports",
                "org.elasticsearch.server/org.elasticsearch.plugins.interceptor=ALL-UNNAMED",
                "-cp",
                home.resolve("classes").toString(),
                "com.smartfitness.stack.elasticsearch.SearchNode",
                home.toString(),
                directory().toString(),
                "" + port,
                "" + transportPort);
    }

    @Override
    Map<String, String> environment() {
        return Map.of();
    }

    @Override
    int[] ports() {
        return new int[] {port, transportPort};
    }

    @Override
    String stopSignal() {
        return "TERM";
    }

    /** Longer than other servers', who start in a tenth of its time. */
    @Override
    Duration startLimit() {
        return Duration.ofMinutes(5);
    }

    /** Whether it lets the key in and has its indices at hand. */
    @Override
    boolean isReady() {
        String health = facts().url() + "/_cluster/health?wait_for_status=yellow&timeout=1s";
        return Http.status(health, "Authorization", facts().authorization()) == 200;
    }

    private Path configuration() {
        return directory().resolve("config");
    }

    private Path temporaryFiles() {
        return directory().resolve("tmp");
    }
}
