package com.smartfitness.testing.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvent;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.LocalDateTime;
import java.util.stream.Stream;

/** Refuses {@link LocalDateTime} in signatures. Within a method it may be a step from date and time to an instant. */
final class SpeakOfInstants extends ArchCondition<JavaClass> {

    SpeakOfInstants() {
        super("have no LocalDateTime in fields, parameters and results");
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
        item.getFields().stream()
                .filter(field -> involvesLocalDateTime(field.getType()))
                .forEach(field -> events.add(violation(item, field.getDescription())));
        item.getCodeUnits().stream()
                // The body of a lambda is a method to the compiler alone.
                .filter(unit -> !unit.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(unit -> signature(unit).anyMatch(SpeakOfInstants::involvesLocalDateTime))
                .forEach(unit -> events.add(violation(item, unit.getDescription())));
    }

    private static Stream<JavaType> signature(JavaCodeUnit unit) {
        return Stream.concat(unit.getParameterTypes().stream(), Stream.of(unit.getReturnType()));
    }

    private static boolean involvesLocalDateTime(JavaType type) {
        return type.getAllInvolvedRawTypes().stream().anyMatch(raw -> raw.isEquivalentTo(LocalDateTime.class));
    }

    private static ConditionEvent violation(JavaClass item, String member) {
        return SimpleConditionEvent.violated(item, member + " speaks of a LocalDateTime");
    }
}
