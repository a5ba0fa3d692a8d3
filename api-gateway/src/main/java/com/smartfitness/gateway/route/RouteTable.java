package com.smartfitness.gateway.route;

import static java.util.Comparator.comparing;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.rewritePath;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;

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
    private record Line(Target target, PathPattern pattern, String from, String to) {}

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
                .flatMap(entry -> lines(
                        properties.target(entry.getKey()), entry.getValue().paths()))
                .toList();
    }

    private static Stream<Line> lines(Target target, List<String> paths) {
        String operations = "/api/v1/services/" + target.name() + "/replication";
        String documents = "/api-docs/" + target.name();
        return Stream.concat(
                paths.stream().map(path -> line(target, path, "", "")),
                Stream.of(
                        line(target, operations + "/**", "^" + operations, "/api/v1/replication"),
                        line(target, documents, "^" + documents, "/v3/api-docs")));
    }

    private static Line line(Target target, String pattern, String from, String to) {
        return new Line(target, PathPatternParser.defaultInstance.parse(pattern), from, to);
    }

    private static RouterFunction<ServerResponse> of(Line line) {
        var route = route(line.target().name() + " " + line.pattern().getPatternString())
                .route(RequestPredicates.path(line.pattern().getPatternString()), http())
                .before(line.target()::mark)
                .before(uri(line.target().url()));
        return line.from().isEmpty()
                ? route.build()
                : route.before(rewritePath(line.from(), line.to())).build();
    }
}
