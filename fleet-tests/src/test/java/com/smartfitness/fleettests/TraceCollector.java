package com.smartfitness.fleettests;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes traces as a collector does, OTLP over HTTP, where the fleet of the tests is told to send them. */
final class TraceCollector implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, List<String>> traces = new ConcurrentHashMap<>();

    private TraceCollector(HttpServer server) {
        this.server = server;
    }

    static TraceCollector start() throws IOException {
        URI endpoint = URI.create(System.getenv("FLEET_TRACING_ENDPOINT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()), 0);
        TraceCollector collector = new TraceCollector(server);
        server.createContext(endpoint.getPath(), collector::take);
        server.start();
        return collector;
    }

    /** What each trace consists of so far: spans as {@code service: name}. */
    Collection<List<String>> traces() {
        return traces.values();
    }

    private void take(HttpExchange exchange) throws IOException {
        ExportTraceServiceRequest request = ExportTraceServiceRequest.parseFrom(exchange.getRequestBody());
        request.getResourceSpansList().forEach(this::take);
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private void take(ResourceSpans resource) {
        String service = resource.getResource().getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals("service.name"))
                .map(KeyValue::getValue)
                .findFirst()
                .orElseThrow()
                .getStringValue();
        for (ScopeSpans scope : resource.getScopeSpansList()) {
            for (Span span : scope.getSpansList()) {
                String trace = HexFormat.of().formatHex(span.getTraceId().toByteArray());
                traces.computeIfAbsent(trace, _ -> new CopyOnWriteArrayList<>()).add(service + ": " + span.getName());
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
