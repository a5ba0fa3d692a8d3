package com.smartfitness.replication.consumer;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import com.smartfitness.events.DomainEvent;
import com.smartfitness.events.EventCatalogue;
import com.smartfitness.events.EventType;
import com.smartfitness.replication.broker.MalformedEventException;
import com.smartfitness.replication.broker.Names;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.util.ReflectionUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The {@code on(...)} methods of one bean, by event type. A method for a sealed interface serves all its records. */
public final class EventHandlers {

    private record Handler(
            Class<? extends DomainEvent> event,
            EventType type,
            @Nullable Method method) {}

    private final Object bean;
    private final Map<String, Handler> handlers = new LinkedHashMap<>();
    private final JsonMapper json;

    /** @throws IllegalArgumentException if the bean has no {@code on(...)} method, or two for one type */
    public EventHandlers(Object bean, JsonMapper json) {
        this.bean = bean;
        this.json = json;
        Class<?> beanClass = AopUtils.getTargetClass(bean);
        Arrays.stream(ReflectionUtils.getUniqueDeclaredMethods(beanClass))
                .filter(method -> method.getName().equals("on") && method.getParameterCount() == 1)
                .forEach(this::register);
        if (handlers.isEmpty()) {
            throw new IllegalArgumentException(beanClass.getName() + " has no method on(...) for an event");
        }
    }

    public Set<String> types() {
        return handlers.keySet();
    }

    /**
     * Adds the tombstones of the events' families: they need no method, because all that can be done about them is to
     * forget.
     */
    public EventHandlers withTombstones() {
        List.copyOf(handlers.values()).stream()
                .flatMap(handler -> families(handler.event()))
                .distinct()
                .flatMap(EventHandlers::records)
                .forEach(event -> {
                    EventType type = EventCatalogue.typeOf(event);
                    if (type.tombstone()) {
                        handlers.putIfAbsent(type.value(), new Handler(event, type, null));
                    }
                });
        return this;
    }

    /** What the methods return: one record, or nothing. */
    public Set<Class<?>> results() {
        return handlers.values().stream()
                .map(Handler::method)
                .filter(Objects::nonNull)
                .<Class<?>>map(Method::getReturnType)
                .collect(toSet());
    }

    /** Kinds of aggregates, with the services that own them, e.g. {@code auth/user}. */
    public Set<String> aggregates() {
        return handlers.values().stream()
                .map(handler -> Names.sourceOf(handler.type().value()) + "/"
                        + handler.type().aggregate())
                .collect(toSet());
    }

    /** Whether the type ends its aggregate. Fails where no method takes the type, which a newer release may. */
    public boolean isTombstone(String type) {
        return handler(type).type().tombstone();
    }

    /**
     * Reads the data of an event.
     *
     * @throws MalformedEventException if it is not an event of this type
     */
    public DomainEvent read(String type, byte[] data) {
        try {
            return present(type, json.readValue(data, handler(type).event()));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new MalformedEventException("The data cannot be read as " + type, e);
        }
    }

    /**
     * Reads the data of an event out of a larger document.
     *
     * @throws MalformedEventException if it is not an event of this type
     */
    public DomainEvent read(String type, JsonNode data) {
        try {
            return present(type, json.treeToValue(data, handler(type).event()));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new MalformedEventException("The data cannot be read as " + type, e);
        }
    }

    /** Calls the method for the event's type and passes on what it returns or throws. */
    public @Nullable Object call(String type, DomainEvent event) {
        try {
            return requireNonNull(handler(type).method()).invoke(bean, event);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof OutOfMemoryError failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DomainEvent present(String type, @Nullable DomainEvent event) {
        if (event == null) {
            throw new MalformedEventException("The data of " + type + " is null");
        }
        return event;
    }

    private Handler handler(String type) {
        Handler handler = handlers.get(type);
        if (handler == null) {
            throw new UnknownTypeException(type);
        }
        return handler;
    }

    private void register(Method method) {
        method.trySetAccessible();
        records(method.getParameterTypes()[0]).forEach(event -> {
            EventType type = EventCatalogue.typeOf(event);
            if (handlers.put(type.value(), new Handler(event, type, method)) != null) {
                throw new IllegalArgumentException(
                        method.getDeclaringClass().getName() + " has two methods for " + type.value());
            }
        });
    }

    private static Stream<Class<? extends DomainEvent>> records(Class<?> parameter) {
        if (parameter.isSealed()) {
            return Arrays.stream(requireNonNull(parameter.getPermittedSubclasses()))
                    .flatMap(EventHandlers::records);
        }
        return Stream.of(parameter.asSubclass(DomainEvent.class));
    }

    /** Every sealed interface of events that a class belongs to, itself included. */
    private static Stream<Class<?>> families(Class<?> member) {
        return Stream.concat(
                member.isSealed() && DomainEvent.class.isAssignableFrom(member) ? Stream.of(member) : Stream.empty(),
                Arrays.stream(member.getInterfaces()).flatMap(EventHandlers::families));
    }
}
