package com.smartfitness.gateway.limit;

import com.smartfitness.defaults.problem.Problems;
import com.smartfitness.gateway.limit.LimitProperties.Rule;
import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.Counter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets pass what is within one limit, and answers the rest 429. Every answer says how the caller stands, in the headers
 * {@code RateLimit-Policy} and {@code RateLimit} (draft-ietf-httpapi-ratelimit-headers-10).
 */
final class LimitFilter extends OncePerRequestFilter {

    private final String name;
    private final Rule rule;
    private final Allowances allowances;
    private final Function<HttpServletRequest, @Nullable String> who;
    private final Counter refused;
    private final Problems problems;

    /** @param who whose request it is; null where it does not count */
    LimitFilter(
            String name,
            Rule rule,
            Allowances allowances,
            Function<HttpServletRequest, @Nullable String> who,
            Counter refused,
            Problems problems) {
        this.name = name;
        this.rule = rule;
        this.allowances = allowances;
        this.who = who;
        this.refused = refused;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String caller = who.apply(request);
        if (caller == null) {
            chain.doFilter(request, response);
            return;
        }
        ConsumptionProbe taken = allowances.take(caller);
        response.addHeader(
                "RateLimit-Policy",
                "\"%s\";q=%d;w=%d".formatted(name, rule.burst(), rule.full().toSeconds()));
        response.addHeader(
                "RateLimit",
                "\"%s\";r=%d;t=%d"
                        .formatted(name, taken.getRemainingTokens(), seconds(taken.getNanosToWaitForReset())));
        if (taken.isConsumed()) {
            chain.doFilter(request, response);
        } else {
            refused.increment();
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, seconds(taken.getNanosToWaitForRefill()))));
            problems.write(
                    response,
                    Problems.of(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "too-many-requests",
                            "There have been too many requests. Try again after the time in Retry-After."));
        }
    }

    private static long seconds(long nanos) {
        return Duration.ofNanos(nanos).plusMillis(999).toSeconds();
    }
}
