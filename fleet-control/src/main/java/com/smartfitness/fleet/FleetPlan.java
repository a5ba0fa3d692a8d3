package com.smartfitness.fleet;

import com.smartfitness.fleet.authority.LocalAuthority;
import com.smartfitness.stack.StackException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a fleet consists of.
 *
 * @param home where all of it is kept
 */
public record FleetPlan(FleetHome home, List<? extends Store> stores, List<Service> services) {

    /** The one service that is there for everybody. */
    public static final String GATEWAY = "api-gateway";

    /** The e-mail of the first operator, whose password is the secret {@code operator}. */
    public static final String OPERATOR = "operator@fleet.example";

    public FleetPlan {
        stores = List.copyOf(stores);
        services = List.copyOf(services);
    }

    /**
     * The fleet of this project.
     *
     * @param project the project's folder, with the services built in it
     * @param portOffset added to every port, so that several fleets run beside each other
     */
    public static FleetPlan of(Path project, FleetHome home, int portOffset) {
        return new TableOfContents(project, home, portOffset, Manner.LASTING).plan();
    }

    /** The same for a test: it starts sooner, and works slower for as long as it runs. */
    public static FleetPlan shortLived(Path project, FleetHome home, int portOffset) {
        return new TableOfContents(project, home, portOffset, Manner.SHORT_LIVED).plan();
    }

    /** The same, its services started with {@code java -jar} and nothing else: to measure against. */
    public static FleetPlan plain(Path project, FleetHome home, int portOffset) {
        return new TableOfContents(project, home, portOffset, Manner.PLAIN).plan();
    }

    /** Who vouches for the gateway. */
    public LocalAuthority authority() {
        return authorityOf(home);
    }

    static LocalAuthority authorityOf(FleetHome home) {
        return new LocalAuthority(home.authority(), Clock.systemUTC());
    }

    /** Stores and services, in the order in which they start. */
    public List<Component> components() {
        return Stream.<Component>concat(stores.stream(), services.stream()).toList();
    }

    public List<String> names() {
        return components().stream().map(Component::name).toList();
    }

    /** The component of the name. */
    public Component component(String name) {
        return components().stream()
                .filter(component -> component.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new StackException(
                        "There is no '%s' in the fleet, only %s".formatted(name, String.join(", ", names()))));
    }

    /** The service of the name. */
    public Service service(String name) {
        return component(name) instanceof Service service ? service : notAService(name);
    }

    private static Service notAService(String name) {
        throw new StackException("'%s' is a store, not a service".formatted(name));
    }
}
