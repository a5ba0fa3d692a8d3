package com.smartfitness.gateway.route;

import static java.util.Comparator.comparing;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.rewritePath;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Makes the table of {@link GatewayProperties} into routes. Every service also has two paths under its own name. */
@Configuration(proxyBeanMethods = false)
class RouteTable {

    /**
     * One line of the table.
     *
     * @param pattern which requests
     * @param from what of the path the service knows by another name; nothing where this does not match
     * @param to the service's name for it
     */
    private record Line(String service, URI url, PathPattern pattern, String from, String to) {}

    @Bean
    RouterFunction<ServerResponse> services(GatewayProperties properties) {
        return lines(properties).stream()
                .sorted(comparing(Line::pattern))
                .map(RouteTable::of)
                .reduce(RouterFunction::and)
                .orElseThrow();
    }

    private static List<Line> lines(GatewayProperties properties) {
        return properties.services().entrySet().stream()
                .flatMap(entry -> lines(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Stream<Line> lines(String name, GatewayProperties.Service service) {
        String operations = "/api/v1/services/" + name + "/replication";
        String documents = "/api-docs/" + name;
        return Stream.concat(
                service.paths().stream().map(path -> line(name, service.url(), path, "", "")),
                Stream.of(
                        line(name, service.url(), operations + "/**", "^" + operations, "/api/v1/replication"),
                        line(name, service.url(), documents, "^" + documents, "/v3/api-docs")));
    }

    private static Line line(String service, URI url, String pattern, String from, String to) {
        return new Line(service, url, PathPatternParser.defaultInstance.parse(pattern), from, to);
    }

    private static RouterFunction<ServerResponse> of(Line line) {
        var route = route(line.service() + " " + line.pattern().getPatternString())
                .route(RequestPredicates.path(line.pattern().getPatternString()), http())
                .before(uri(line.url()));
        return line.from().isEmpty()
                ? route.build()
                : route.before(rewritePath(line.from(), line.to())).build();
    }
}
