package com.smartfitness.replication.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.LongString;
import com.rabbitmq.client.impl.LongStringHelper;
import com.smartfitness.replication.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudEventHeadersTest {

    private static final String TYPE = "members.member-joined.v1";
    private static final CloudEvent EVENT = new CloudEvent(
            "e1",
            "/members-service",
            TYPE,
            "M1",
            Instant.parse("2026-01-02T03:04:05.678901Z"),
            new Version(1, 42),
            new Version(1, 1_000),
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            "{}".getBytes(UTF_8));

    @Test
    void readsWhatItWrites() {
        BasicProperties written = CloudEventHeaders.write(EVENT, "members-service");

        CloudEvent read = CloudEventHeaders.read("another.key", written, EVENT.data());

        assertThat(read).usingRecursiveComparison().isEqualTo(EVENT);
    }

    @Test
    void readsWhatTheBrokerMakesOfTexts() {
        Map<String, Object> headers = new HashMap<>();
        CloudEventHeaders.write(EVENT, "members-service")
                .getHeaders()
                .forEach((name, value) -> headers.put(name, onTheWire(value.toString())));
        BasicProperties delivered =
                new BasicProperties.Builder().headers(headers).build();

        CloudEvent read = CloudEventHeaders.read(TYPE, delivered, EVENT.data());

        assertThat(read).usingRecursiveComparison().isEqualTo(EVENT);
    }

    @Test
    void writesTheProtocolBindingsNames() {
        BasicProperties written = CloudEventHeaders.write(EVENT, "members-service");

        assertThat(written.getHeaders())
                .containsEntry("cloudEvents:specversion", "1.0")
                .containsEntry("cloudEvents:dataschema", "urn:fleet:event:" + TYPE)
                .containsEntry("cloudEvents:time", "2026-01-02T03:04:05.678901Z")
                .containsEntry("cloudEvents:aggregateversion", "1.42")
                .containsEntry("cloudEvents:sequence", "1.1000");
        assertThat(written.getContentType()).isEqualTo("application/json");
        assertThat(written.getDeliveryMode()).isEqualTo(2);
        assertThat(written.getMessageId()).isEqualTo("e1");
        assertThat(written.getUserId()).isEqualTo("members-service");
    }

    @Test
    void leavesOutWhatIsAbsent() {
        CloudEvent bare = new CloudEvent("e1", null, TYPE, null, null, null, null, null, new byte[0]);

        assertThat(CloudEventHeaders.write(bare, "camera").getHeaders())
                .containsOnlyKeys(
                        "cloudEvents:specversion", "cloudEvents:id", "cloudEvents:type", "cloudEvents:dataschema");
    }

    @Test
    void takesTheRoutingKeyForTheTypeOfAPlainMessage() {
        CloudEvent read = CloudEventHeaders.read(
                "camera.seen.v1", new BasicProperties.Builder().messageId("m1").build(), new byte[0]);

        assertThat(read.type()).isEqualTo("camera.seen.v1");
        assertThat(read.id()).isEqualTo("m1");
        assertThat(read.source()).isNull();
        assertThat(read.version()).isNull();
    }

    @Test
    void namesAMessageWithoutAnId() {
        CloudEvent first = CloudEventHeaders.read("camera.seen.v1", new BasicProperties(), new byte[0]);
        CloudEvent second = CloudEventHeaders.read("camera.seen.v1", new BasicProperties(), new byte[0]);

        assertThat(first.id()).isNotBlank().isNotEqualTo(second.id());
    }

    @ParameterizedTest
    @CsvSource({
        "time, yesterday",
        "time, 2026-01-02T03:04:05",
        "aggregateversion, 42",
        "aggregateversion, 1.-2",
        "aggregateversion, 1.99999999999999999999",
        "sequence, one.two"
    })
    void rejectsAttributesOfAnotherForm(String attribute, String value) {
        BasicProperties properties = new BasicProperties.Builder()
                .headers(Map.of("cloudEvents:" + attribute, value))
                .build();

        assertThatExceptionOfType(MalformedEventException.class)
                .isThrownBy(() -> CloudEventHeaders.read(TYPE, properties, new byte[0]))
                .withMessage("The attribute " + attribute + " cannot be read");
    }

    private static LongString onTheWire(String text) {
        return LongStringHelper.asLongString(text);
    }
}
