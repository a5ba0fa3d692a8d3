package com.smartfitness.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class EventJsonTest {

    private static final String CONFIRMED_OUTSIDE = """
            {"taskId":"T12345","photoUrl":"s3://...","aiResult":"미흡","correctedResult":"양호","branchId":"B001",\
            "helperId":"H123","timestamp":"2024-01-20T10:00:00Z"}""";

    private final JsonMapper json = JsonMapper.builder().build();

    @ParameterizedTest
    @MethodSource("com.smartfitness.events.SampleEvents#complete")
    @MethodSource("com.smartfitness.events.SampleEvents#withoutOptionalComponents")
    void readsWhatItWrote(DomainEvent event) {
        assertThat(json.readValue(json.writeValueAsString(event), event.getClass()))
                .isEqualTo(event);
    }

    @Test
    void hasASampleOfEveryEvent() {
        assertThat(SampleEvents.complete())
                .extracting(Object::getClass)
                .containsExactlyInAnyOrderElementsOf(EventCatalogue.events());
    }

    @Test
    void readsAndWritesAConfirmationFromOutsideInItsExactForm() {
        var event = json.readValue(CONFIRMED_OUTSIDE, TaskConfirmedEvent.class);

        assertThat(event.aiResult()).isEqualTo(Judgement.INSUFFICIENT);
        assertThat(event.correctedResult()).isEqualTo(Judgement.GOOD);
        assertThat(event.confirmedAt()).isEqualTo(Instant.parse("2024-01-20T10:00:00Z"));
        assertThat(event.confidence()).isNull();
        assertThat(json.readTree(json.writeValueAsString(event))).isEqualTo(json.readTree(CONFIRMED_OUTSIDE));
    }

    @Test
    void writesJudgementsInKorean() {
        assertThat(json.writeValueAsString(Judgement.values())).isEqualTo("""
                ["양호","미흡","불분명"]""");
    }

    @Test
    void ignoresFieldsOfANewerProducer() {
        var event = json.readValue("""
                {"userId":"C1","role":"CUSTOMER","alias":"새벽반","status":"ACTIVE","createdAt":"2024-01-20T10:00:00Z",
                 "favourite":{"branch":"B001"}}""", UserCreatedEvent.class);

        assertThat(event.userId()).isEqualTo("C1");
    }

    @Test
    void readsListsThatAProducerLeftOutAsEmpty() {
        var event = json.readValue("""
                {"branchId":"B001"}""", BranchUpdatedEvent.class);

        assertThat(event.openingHours()).isEmpty();
        assertThat(event.equipment()).isEmpty();
    }

    @Test
    void refusesALabelThatIsNoJudgement() {
        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(() -> json.readValue(CONFIRMED_OUTSIDE.replace("미흡", "GOOD"), TaskConfirmedEvent.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"userId\":\" \"}"})
    void refusesAnEventAboutNobody(String body) {
        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(() -> json.readValue(body, UserErasedEvent.class))
                .withMessageContaining("An event needs its userId");
    }
}
