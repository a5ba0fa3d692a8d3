package com.smartfitness.bench.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.smartfitness.stack.SearchFacts;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Passes everything on to Elasticsearch and back, and remembers the last search for branches, byte for byte. */
final class OverheardStore implements AutoCloseable {

    private static final String SEARCH = "/search-known_branch/_search";
    private static final List<String> PASSED_ON = List.of("Authorization", "Content-Type", "Accept");

    private final URI store;
    private final HttpClient client;
    private final HttpServer server;
    private volatile @Nullable HttpRequest last;

    OverheardStore(SearchFacts facts, HttpClient client) throws IOException {
        this.store = URI.create(facts.url());
        this.client = client;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::passOn);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The last search that asked for passages, to be sent to the store itself. */
    HttpRequest last() {
        HttpRequest search = last;
        if (search == null) {
            throw new IllegalStateException("No search for branches has been heard");
        }
        return search;
    }

    private void passOn(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            store.resolve(exchange.getRequestURI().toString()))
                    .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
            for (String header : PASSED_ON) {
                String value = exchange.getRequestHeaders().getFirst(header);
                if (value != null) {
                    request.header(header, value);
                }
            }
            if (exchange.getRequestURI().getPath().equals(SEARCH) && new String(body, UTF_8).contains("highlight")) {
                last = request.build();
            }
            answer(exchange, client.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        answer.headers().map().forEach(exchange.getResponseHeaders()::put);
        // How long it is, is said again below.
        List.of("Content-Length", "Transfer-Encoding").forEach(exchange.getResponseHeaders()::remove);
        boolean empty = answer.body().length == 0;
        exchange.sendResponseHeaders(answer.statusCode(), empty ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
