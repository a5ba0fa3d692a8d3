package com.smartfitness.events.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SchemaCompatibilityTest {

    private final EventSchemas schemas = new EventSchemas();

    enum Colour {
        RED,
        BLUE
    }

    enum MoreColours {
        RED,
        BLUE,
        GREEN
    }

    record Cap(String shape) {}

    record CapWithHole(String shape, @Nullable Double hole) {}

    record CapOfSize(String shape, int size) {}

    record Bottle(String id, Colour colour, @Nullable String label, List<Cap> caps) {}

    @Test
    void acceptsTheSame() {
        assertThat(breaksFrom(Bottle.class, Bottle.class)).isEmpty();
    }

    @Test
    void acceptsANewOptionalField() {
        record Next(
                String id,
                Colour colour,
                @Nullable String label,
                List<Cap> caps,
                @Nullable Instant filledAt) {}

        assertThat(breaksFrom(Bottle.class, Next.class)).isEmpty();
    }

    @Test
    void acceptsANewOptionalFieldOfANestedValue() {
        record Next(String id, Colour colour, @Nullable String label, List<CapWithHole> caps) {}

        assertThat(breaksFrom(Bottle.class, Next.class)).isEmpty();
    }

    @Test
    void rejectsANewRequiredField() {
        record Next(String id, Colour colour, @Nullable String label, List<Cap> caps, Instant filledAt) {}

        assertThat(breaksFrom(Bottle.class, Next.class))
                .containsExactly("/filledAt became required: released events lack it");
    }

    @Test
    void rejectsANewRequiredFieldOfANestedValue() {
        record Next(String id, Colour colour, @Nullable String label, List<CapOfSize> caps) {}

        assertThat(breaksFrom(Bottle.class, Next.class))
                .containsExactly("/caps[]/size became required: released events lack it");
    }

    @Test
    void rejectsARemovedFieldEvenIfOptional() {
        record Next(String id, Colour colour, List<Cap> caps) {}

        assertThat(breaksFrom(Bottle.class, Next.class)).containsExactly("/label was removed");
    }

    @Test
    void rejectsAnOptionalFieldMadeRequired() {
        record Next(String id, Colour colour, String label, List<Cap> caps) {}

        assertThat(breaksFrom(Bottle.class, Next.class))
                .containsExactly("/label became required: released events lack it");
    }

    @Test
    void rejectsARequiredFieldMadeOptional() {
        record Next(
                @Nullable String id,
                Colour colour,
                @Nullable String label,
                List<Cap> caps) {}

        assertThat(breaksFrom(Bottle.class, Next.class))
                .containsExactly("/id became optional: released consumers rely on it");
    }

    @Test
    void rejectsAnotherType() {
        record Next(long id, Colour colour, @Nullable Instant label, List<String> caps) {}

        assertThat(breaksFrom(Bottle.class, Next.class))
                .contains(
                        "/id changed its type from \"string\" to \"integer\"",
                        "/label changed its format from nothing to \"date-time\"",
                        "/caps[] changed its type from \"object\" to \"string\"");
    }

    @Test
    void rejectsAListMadeOfASingleValue() {
        record Next(String id, Colour colour, @Nullable String label, Cap caps) {}

        assertThat(breaksFrom(Bottle.class, Next.class)).contains("/caps changed what it lists");
    }

    @Test
    void rejectsAddedAndRemovedConstantsAlike() {
        record More(String id, MoreColours colour, @Nullable String label, List<Cap> caps) {}

        assertThat(breaksFrom(Bottle.class, More.class)).containsExactly("/colour gained the constant GREEN");
        assertThat(breaksFrom(More.class, Bottle.class)).containsExactly("/colour lost the constant GREEN");
    }

    @Test
    void rejectsConstantsInPlaceOfAnyText() {
        record Next(Colour id, Colour colour, @Nullable String label, List<Cap> caps) {}

        assertThat(breaksFrom(Bottle.class, Next.class)).containsExactly("/id gained its list of constants");
    }

    private List<String> breaksFrom(Class<? extends Record> released, Class<? extends Record> current) {
        return SchemaCompatibility.breaksBetween(schemas.of(released), schemas.of(current));
    }
}
