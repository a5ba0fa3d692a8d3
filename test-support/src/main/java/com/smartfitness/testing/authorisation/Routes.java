package com.smartfitness.testing.authorisation;

import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** What a running application answers to, as Spring dispatches it: {@code GET /api/v1/users/{userId}}. */
public final class Routes {

    /** Where the container goes with errors; no client is meant to. */
    private static final String ERRORS = "/error";

    private Routes() {}

    /** Every route of annotated controllers and of operations; one that takes any method begins with {@code ANY}. */
    public static NavigableSet<String> of(ApplicationContext application) {
        NavigableSet<String> routes = new TreeSet<>();
        application.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(Routes::named)
                .forEach(routes::add);
        return routes;
    }

    private static Stream<String> named(RequestMappingInfo route) {
        Collection<RequestMethod> methods = route.getMethodsCondition().getMethods();
        List<String> names = methods.isEmpty()
                ? List.of("ANY")
                : methods.stream().map(RequestMethod::name).toList();
        return route.getPatternValues().stream()
                .filter(pattern -> !pattern.equals(ERRORS))
                .flatMap(pattern -> names.stream().map(name -> name + " " + pattern));
    }
}
