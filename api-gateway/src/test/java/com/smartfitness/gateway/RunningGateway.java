package com.smartfitness.gateway;

import com.smartfitness.defaults.security.SigningKeyStore;
import com.smartfitness.testing.authorisation.Routes;
import com.smartfitness.testing.tokens.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The gateway in this process, and a client of it. */
final class RunningGateway implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningGateway(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Knows the key of these tokens without having been sent it. */
    static RunningGateway knowing(TestTokens tokens, String... settings) {
        return new RunningGateway(new SpringApplicationBuilder(GatewayApplication.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(SigningKeyStore.class, () -> time -> List.of(tokens.publicKey())))
                .run(arguments(settings)));
    }

    /** Learns keys from events. */
    static RunningGateway start(String... settings) {
        return new RunningGateway(new SpringApplicationBuilder(GatewayApplication.class).run(arguments(settings)));
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    int managementPort() {
        return context.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
    }

    /** What its own controllers answer. */
    Collection<String> routes() {
        return Routes.of(context);
    }

    /** What it lets through without a token, as it was told. */
    List<String> publicRoutes() {
        return Binder.get(context.getEnvironment())
                .bind("fleet.security.public-routes", Bindable.listOf(String.class))
                .get();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url(path)));
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString());
    }

    HttpClient client() {
        return client;
    }

    @Override
    public void close() {
        context.close();
        client.shutdownNow();
    }

    private static String[] arguments(String... settings) {
        return Stream.concat(Stream.of("server.port=0", "management.server.port=0"), Arrays.stream(settings))
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
    }
}
