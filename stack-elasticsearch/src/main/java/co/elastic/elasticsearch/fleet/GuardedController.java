package co.elastic.elasticsearch.fleet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.elasticsearch.client.internal.node.NodeClient;
import org.elasticsearch.common.util.concurrent.ThreadContext;
import org.elasticsearch.indices.breaker.CircuitBreakerService;
import org.elasticsearch.rest.RestChannel;
import org.elasticsearch.rest.RestController;
import org.elasticsearch.rest.RestInterceptor;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.rest.RestResponse;
import org.elasticsearch.rest.RestStatus;
import org.elasticsearch.telemetry.TelemetryProvider;
import org.elasticsearch.usage.UsageService;
import org.jspecify.annotations.Nullable;

/** Answers 401 before it looks at anything of a request but its key. */
final class GuardedController extends RestController {

    private static final String REFUSAL =
            "{\"error\":{\"type\":\"security_exception\",\"reason\":\"missing or wrong API key\"},\"status\":401}";

    private final byte[] authorization;

    GuardedController(
            byte[] authorization,
            @Nullable RestInterceptor interceptor,
            NodeClient client,
            CircuitBreakerService breakers,
            UsageService usage,
            TelemetryProvider telemetry) {
        super(interceptor, client, breakers, usage, telemetry);
        this.authorization = authorization;
    }

    @Override
    public void dispatchRequest(RestRequest request, RestChannel channel, ThreadContext threadContext) {
        if (opens(request.header("Authorization"))) {
            super.dispatchRequest(request, channel, threadContext);
        } else {
            RestResponse refusal = new RestResponse(RestStatus.UNAUTHORIZED, "application/json", REFUSAL);
            refusal.addHeader("WWW-Authenticate", "ApiKey");
            channel.sendResponse(refusal);
        }
    }

    private boolean opens(@Nullable String given) {
        return given != null && MessageDigest.isEqual(authorization, given.getBytes(StandardCharsets.UTF_8));
    }
}
