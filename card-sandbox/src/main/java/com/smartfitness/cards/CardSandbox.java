package com.smartfitness.cards;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executors;

/** The program: answers over HTTP, and forgets. */
public final class CardSandbox implements AutoCloseable {

    private static final int LONGEST_FORM = 4096;

    private final HttpServer server;
    private final Verdicts verdicts = new Verdicts(Clock.systemUTC());

    private CardSandbox(InetSocketAddress address) throws IOException {
        server = HttpServer.create(address, 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/checks", this::check);
        server.createContext("/actuator/health", exchange -> answer(exchange, 200, "{\"status\":\"UP\"}"));
        server.start();
    }

    /** Starts it where the environment says. */
    public static void main(String... args) throws IOException {
        Map<String, String> environment = System.getenv();
        start(
                environment.getOrDefault("SERVER_ADDRESS", "127.0.0.1"),
                Integer.parseInt(environment.getOrDefault("SERVER_PORT", "8099")));
    }

    /** Starts it; at port 0 it takes one that is free. */
    public static CardSandbox start(String address, int port) throws IOException {
        return new CardSandbox(new InetSocketAddress(address, port));
    }

    /** Where it answers. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void check(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            answer(exchange, 405, "{}");
            return;
        }
        String form;
        try (InputStream body = exchange.getRequestBody()) {
            form = new String(body.readNBytes(LONGEST_FORM), StandardCharsets.US_ASCII);
        }
        Verdicts.Verdict verdict = verdicts.on(Form.parse(form));
        pause(verdict);
        answer(
                exchange,
                verdict.status(),
                verdict.status() == 200 ? "{\"verified\":%s}".formatted(verdict.verified()) : "{}");
    }

    private static void pause(Verdicts.Verdict verdict) {
        try {
            Thread.sleep(verdict.delay());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.US_ASCII);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
