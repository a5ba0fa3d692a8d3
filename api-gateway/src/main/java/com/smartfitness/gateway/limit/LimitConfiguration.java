package com.smartfitness.gateway.limit;

import com.github.benmanes.caffeine.cache.Ticker;
import com.smartfitness.defaults.problem.Problems;
import com.smartfitness.gateway.limit.LimitProperties.Rule;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Addresses are limited before anybody looks at their tokens, users after. */
@Configuration(proxyBeanMethods = false)
class LimitConfiguration {

    private static final int BEFORE_TOKENS = Ordered.HIGHEST_PRECEDENCE + 30;
    private static final int AFTER_TOKENS = 0;

    private final LimitProperties properties;
    private final MeterRegistry meters;
    private final Problems problems;

    LimitConfiguration(LimitProperties properties, MeterRegistry meters, Problems problems) {
        this.properties = properties;
        this.meters = meters;
        this.problems = problems;
    }

    @Bean
    FilterRegistrationBean<LimitFilter> limitOfAddresses() {
        return limit("address", properties.address(), BEFORE_TOKENS, LimitConfiguration::address);
    }

    @Bean
    FilterRegistrationBean<LimitFilter> limitOfCredentials() {
        RequestMatcher tried = new OrRequestMatcher(matchers(properties.credentialRoutes()));
        return limit(
                "credentials",
                properties.credentials(),
                BEFORE_TOKENS + 1,
                request -> tried.matches(request) ? address(request) : null);
    }

    @Bean
    FilterRegistrationBean<LimitFilter> limitOfUsers() {
        return limit("user", properties.user(), AFTER_TOKENS, _ -> user());
    }

    private FilterRegistrationBean<LimitFilter> limit(
            String name, Rule rule, int order, Function<HttpServletRequest, @Nullable String> who) {
        Allowances allowances = new Allowances(rule, properties.most(), Ticker.systemTicker());
        meters.gauge("gateway.limit.kept", Tags.of("limit", name), allowances, Allowances::kept);
        FilterRegistrationBean<LimitFilter> registration = new FilterRegistrationBean<>(new LimitFilter(
                name, rule, allowances, who, meters.counter("gateway.limit.refused", "limit", name), problems));
        registration.setName("limit of " + name);
        registration.setOrder(order);
        return registration;
    }

    private static String address(HttpServletRequest request) {
        return ClientAddress.of(request.getRemoteAddr());
    }

    private static @Nullable String user() {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        return caller instanceof JwtAuthenticationToken token ? token.getName() : null;
    }

    private static List<RequestMatcher> matchers(List<String> routes) {
        return routes.stream()
                .map(route -> route.split(" ", 2))
                .<RequestMatcher>map(parts ->
                        PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.valueOf(parts[0]), parts[1]))
                .toList();
    }
}
