package com.smartfitness.fleet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A service as the fleet sees one: it takes its port from the environment and answers the actuator's questions. */
final class SmallService {

    private SmallService() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv("SERVER_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/actuator/health/", exchange -> answer(exchange, "{\"status\":\"UP\"}"));
        server.createContext(
                "/actuator/prometheus",
                exchange -> answer(exchange, "replication_lag_seconds_max{queue=\"users\"} 0.042\n"));
        server.start();
    }

    /** Itself as a program. */
    static Path jarIn(Path folder) throws IOException {
        Path jar = folder.resolve("small-service.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, SmallService.class.getName());
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, "1.2.3");
        String entry = SmallService.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(java.nio.file.Files.newOutputStream(jar), manifest);
                var bytes = SmallService.class.getResourceAsStream("/" + entry)) {
            out.putNextEntry(new JarEntry(entry));
            bytes.transferTo(out);
        }
        return jar;
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        try (exchange) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
