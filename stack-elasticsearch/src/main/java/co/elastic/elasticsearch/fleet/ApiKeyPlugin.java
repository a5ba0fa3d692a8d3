package co.elastic.elasticsearch.fleet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.elasticsearch.client.internal.node.NodeClient;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.common.util.concurrent.ThreadContext;
import org.elasticsearch.indices.breaker.CircuitBreakerService;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.plugins.interceptor.RestServerActionPlugin;
import org.elasticsearch.rest.RestController;
import org.elasticsearch.rest.RestInterceptor;
import org.elasticsearch.telemetry.TelemetryProvider;
import org.elasticsearch.usage.UsageService;
import org.jspecify.annotations.Nullable;

/** Demands of every request the key in the file {@code api-key} beside the node's configuration. */
public final class ApiKeyPlugin extends Plugin implements RestServerActionPlugin {

    private final byte[] authorization;

    /** Called by Elasticsearch, which gives plugins the folder of the configuration beside its settings. */
    public ApiKeyPlugin(Settings settings, Path configuration) throws IOException {
        String key = Files.readString(configuration.resolve("api-key")).strip();
        this.authorization = ("ApiKey " + key).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable RestInterceptor getRestHandlerInterceptor(ThreadContext threadContext) {
        return null; // Asked only once a path is known to be served, which the controller would tell anybody.
    }

    @Override
    public RestController getRestController(
            @Nullable RestInterceptor interceptor,
            NodeClient client,
            CircuitBreakerService breakers,
            UsageService usage,
            TelemetryProvider telemetry) {
        return new GuardedController(authorization, interceptor, client, breakers, usage, telemetry);
    }
}
