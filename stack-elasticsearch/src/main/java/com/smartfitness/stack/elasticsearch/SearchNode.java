package com.smartfitness.stack.elasticsearch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;

/** One Elasticsearch node. */
final class SearchNode {

    private static final String LOOPBACK = "127.0.0.1";

    private SearchNode() {}

    /**
     * Takes the folder of the unpacked archive, the folder of data and configuration, the ports of HTTP and nodes, and
     * the address on which clients are heard, loopback unless said.
     */
    public static void main(String[] arguments) {
        try (Node node = node(arguments)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node), "stop"));
            node.start();
            new CountDownLatch(1).await(); // the node's own threads would let the JVM end
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1); // some of the node's threads would keep the JVM
        }
    }

    private static Node node(String[] arguments) {
        LogConfigurator.configureESLogging();
        Path directory = Path.of(arguments[1]);
        Settings settings = Settings.builder()
                .put("path.home", arguments[0])
                .put("path.data", directory.resolve("data").toString())
                .put("path.logs", directory.resolve("logs").toString())
                .put("cluster.name", "fleet")
                .put("node.name", "search")
                .put("discovery.type", "single-node")
                .put("http.host", arguments.length > 4 ? arguments[4] : LOOPBACK)
                .put("http.port", arguments[2])
                .put("transport.host", LOOPBACK)
                .put("transport.port", arguments[3])
                // Else indices of a disk that others have filled become read-only, without a word to the client.
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .build();
        Environment environment = new Environment(settings, directory.resolve("config"));
        PluginsLoader plugins = PluginsLoader.createPluginsLoader(
                PluginsLoader.loadModulesBundles(environment.modulesDir(), false),
                PluginsLoader.loadPluginsBundles(environment.pluginsDir(), false),
                Map.of());
        return new Node(environment, plugins);
    }

    private static void close(Node node) {
        try {
            node.close();
        } catch (IOException e) {
            System.err.println("Elasticsearch does not stop in an orderly way: " + e);
        }
    }
}
