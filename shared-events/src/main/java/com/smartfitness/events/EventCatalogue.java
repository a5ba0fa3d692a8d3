package com.smartfitness.events;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every event that crosses between services. What is not listed here has no contract and must not be published. */
public final class EventCatalogue {

    private static final List<Class<? extends DomainEvent>> EVENTS = List.of(
            UserCreatedEvent.class,
            UserUpdatedEvent.class,
            UserDeactivatedEvent.class,
            UserErasedEvent.class,
            BranchCreatedEvent.class,
            BranchUpdatedEvent.class,
            BranchClosedEvent.class,
            TaskSubmittedEvent.class,
            TaskJudgedEvent.class,
            TaskConfirmedEvent.class,
            RewardCreditedEvent.class,
            ReviewCreatedEvent.class,
            ReviewUpdatedEvent.class,
            ReviewDeletedEvent.class,
            BranchPreferenceCreatedEvent.class,
            SigningKeyPublishedEvent.class,
            TokensRevokedEvent.class,
            ModelDeployedEvent.class,
            LaundryModelActivatedEvent.class,
            LaundryModelRejectedEvent.class,
            EquipmentRegisteredEvent.class,
            EquipmentUpdatedEvent.class,
            EquipmentRemovedEvent.class,
            EquipmentFaultDetectedEvent.class,
            EquipmentRecoveredEvent.class,
            FaceEnrolledEvent.class,
            FaceErasedEvent.class,
            AccessGrantedEvent.class,
            AccessDeniedEvent.class,
            GateOpenFailedEvent.class);

    private static final Map<String, Class<? extends DomainEvent>> BY_TYPE = EVENTS.stream()
            .collect(Collectors.toUnmodifiableMap(event -> typeOf(event).value(), Function.identity()));

    private EventCatalogue() {}

    /** All event records, in the catalogue's order. */
    public static List<Class<? extends DomainEvent>> events() {
        return EVENTS;
    }

    /** The record that a type is read into; empty for a type that this version does not know. */
    public static Optional<Class<? extends DomainEvent>> find(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    /**
     * The name and the delivery rules of an event record.
     *
     * @throws IllegalArgumentException where the class is no event record
     */
    public static EventType typeOf(Class<? extends DomainEvent> event) {
        EventType type = event.getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalArgumentException(event.getName() + " is not annotated with @EventType");
        }
        return type;
    }

    /**
     * The CloudEvents source that alone may publish a type: {@code auth.user-created.v1} comes from
     * {@code /auth-service}.
     *
     * @throws IllegalArgumentException where the type names no service
     */
    public static String sourceOf(String type) {
        int dot = type.indexOf('.');
        if (dot < 1) {
            throw new IllegalArgumentException("An event type begins with its service: " + type);
        }
        return "/" + type.substring(0, dot) + "-service";
    }

    /**
     * The kinds of aggregates that a service publishes events about, in alphabetical order.
     *
     * @param source as {@link #sourceOf} gives it
     */
    public static List<String> aggregatesOf(String source) {
        return EVENTS.stream()
                .map(EventCatalogue::typeOf)
                .filter(type -> sourceOf(type.value()).equals(source))
                .map(EventType::aggregate)
                .distinct()
                .sorted()
                .toList();
    }

    /** The CloudEvents dataschema of a type; the schema itself is the resource {@code /schemas/<type>.json}. */
    public static String schemaOf(String type) {
        return "urn:fleet:event:" + type;
    }
}
