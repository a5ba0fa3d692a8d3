package com.smartfitness.events.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.events.EventCatalogue;
import com.smartfitness.events.EventType;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AsyncApiDocumentTest {

    private final JsonNode api = AsyncApiDocument.of(EventCatalogue.events());

    @Test
    void isCommittedAsItIsGenerated() {
        var committed = new CommittedJson(Path.of("../docs/asyncapi.json"));
        boolean breaks =
                !ReleasedContracts.committed().brokenBy(Contracts.current()).isEmpty();
        if (CommittedJson.REWRITE && !breaks) {
            committed.write(api);
        }

        assertThat(committed.says(api))
                .as("docs/asyncapi.json is up to date; if not: "
                        + "mvn -pl shared-events -am test -Dschemas.write=true")
                .isTrue();
    }

    @Test
    void refersToNothingThatIsMissing() {
        List<String> references = api.findValuesAsString("$ref");

        assertThat(references).isNotEmpty().allSatisfy(reference -> {
            assertThat(reference).startsWith("#/");
            assertThat(api.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        });
    }

    @Test
    void hasAChannelAndAPublicationForEveryType() {
        List<String> types = EventCatalogue.events().stream()
                .map(event -> EventCatalogue.typeOf(event).value())
                .toList();

        assertThat(api.get("channels").propertyNames()).containsExactlyInAnyOrderElementsOf(types);
        assertThat(api.get("operations").size()).isEqualTo(types.size());
        assertThat(api.get("channels").valueStream())
                .allSatisfy(channel -> assertThat(
                                channel.at("/bindings/amqp/exchange/name").asString())
                        .isEqualTo("fleet.events"));
    }

    @Test
    void saysWhichEventsMayGoUnheard() {
        for (var event : EventCatalogue.events()) {
            EventType kind = EventCatalogue.typeOf(event);
            JsonNode message = api.at("/components/messages/" + event.getSimpleName());

            assertThat(message.get("x-requires-consumer").asBoolean()).isEqualTo(kind.requiresConsumer());
        }
    }

    @Test
    void namesTheServiceThatSpeaks() {
        JsonNode publication = api.at("/operations/helper-service.publishes.RewardCreditedEvent");

        assertThat(publication.get("x-source").asString()).isEqualTo("/helper-service");
        assertThat(publication.at("/bindings/amqp/mandatory").asBoolean()).isFalse();
        assertThat(api.at("/components/messages/RewardCreditedEvent/headers/properties/cloudEvents:source/const")
                        .asString())
                .isEqualTo("/helper-service");
    }
}
