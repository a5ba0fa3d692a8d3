package com.smartfitness.events.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.events.BranchCreatedEvent;
import com.smartfitness.events.DomainEvent;
import com.smartfitness.events.EventCatalogue;
import com.smartfitness.events.TaskConfirmedEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventSchemasTest {

    private final JsonMapper json = JsonMapper.shared();

    @ParameterizedTest
    @MethodSource("com.smartfitness.events.SampleEvents#complete")
    void describesEveryFieldThatIsWritten(DomainEvent event) {
        assertThat(schemaOf(event.getClass()).get("properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(json.valueToTree(event).propertyNames());
    }

    @ParameterizedTest
    @MethodSource("com.smartfitness.events.SampleEvents#withoutOptionalComponents")
    void requiresEveryFieldThatIsAlwaysWritten(DomainEvent event) {
        assertThat(texts(schemaOf(event.getClass()).get("required")))
                .containsExactlyInAnyOrderElementsOf(json.valueToTree(event).propertyNames());
    }

    @Test
    void namesConstantsAsTheyTravel() {
        JsonNode judgement = schemaOf(TaskConfirmedEvent.class).at("/properties/aiResult");

        assertThat(texts(judgement.get("enum"))).containsExactly("양호", "미흡", "불분명");
    }

    @Test
    void knowsInstantsFromTimesOfDay() {
        assertThat(schemaOf(TaskConfirmedEvent.class)
                        .at("/properties/timestamp/format")
                        .asString())
                .isEqualTo("date-time");
        assertThat("06:00")
                .matches(schemaOf(BranchCreatedEvent.class)
                        .at("/properties/openingHours/items/properties/opens/pattern")
                        .asString());
    }

    @Test
    void allowsFieldsOfNewerProducers() {
        assertThat(Contracts.current().values())
                .allSatisfy(
                        schema -> assertThat(schema.has("additionalProperties")).isFalse());
    }

    private static JsonNode schemaOf(Class<? extends DomainEvent> event) {
        return Contracts.of(List.of(event)).get(EventCatalogue.typeOf(event).value());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
