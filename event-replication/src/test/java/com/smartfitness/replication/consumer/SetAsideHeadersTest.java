package com.smartfitness.replication.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.GetResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SetAsideHeadersTest {

    private static final String TYPE = "members.member-joined.v1";
    private static final String OWN_USER = "rewards-service";
    private static final BasicProperties ORIGINAL = new BasicProperties.Builder()
            .userId("members-service")
            .messageId("e1")
            .headers(Map.of("cloudEvents:type", TYPE, "cloudEvents:subject", "M1", "x-delivery-count", 3L))
            .build();

    @Test
    void addsWhatHappenedToWhatTheMessageSays() {
        Map<String, Object> headers = setAside(ORIGINAL, 1, new IllegalStateException("out of gifts"));

        assertThat(headers)
                .containsEntry("cloudEvents:type", TYPE)
                .containsEntry("fleet-published-by", "members-service")
                .containsEntry("fleet-routing-key", TYPE)
                .containsEntry("fleet-attempts", 1)
                .containsEntry("fleet-cause", "IllegalStateException: out of gifts")
                .doesNotContainKey("x-delivery-count");
    }

    @Test
    void countsAttempts() {
        assertThat(SetAsideHeaders.attempts(ORIGINAL, OWN_USER)).isZero();
        assertThat(SetAsideHeaders.attempts(new BasicProperties(), OWN_USER)).isZero();
        assertThat(SetAsideHeaders.attempts(resent(2, new IllegalStateException()), OWN_USER))
                .isEqualTo(2);
    }

    @Test
    void doesNotCountWhatAnotherClaims() {
        BasicProperties claimed =
                ORIGINAL.builder().headers(Map.of("fleet-attempts", 99)).build();

        assertThat(SetAsideHeaders.attempts(claimed, OWN_USER)).isZero();
    }

    @Test
    void leavesOutWhomTheBrokerWouldCopyTo() {
        BasicProperties copied = ORIGINAL.builder()
                .headers(Map.of("CC", "members.queue", "BCC", "members.queue"))
                .build();

        assertThat(setAside(copied, 1, new IllegalStateException())).doesNotContainKeys("CC", "BCC");
    }

    @Test
    void keepsTheFirstPublisherThroughAllAttempts() {
        Map<String, Object> headers = setAside(resent(1, new IllegalStateException()), 2, new IllegalStateException());

        assertThat(headers).containsEntry("fleet-published-by", "members-service");
    }

    @Test
    void shortensLongCauses() {
        Map<String, Object> headers = setAside(ORIGINAL, 1, new IllegalStateException("x".repeat(10_000)));

        assertThat(headers.get("fleet-cause").toString()).hasSize(500);
    }

    @Test
    void describesADeadLetter() {
        GetResponse letter = letter(resent(3, new IllegalStateException("out of gifts")));

        DeadLetter described = SetAsideHeaders.describe("rewards.gifts", letter, OWN_USER);

        assertThat(described.id()).isEqualTo(SetAsideHeaders.deadLetterId(letter));
        assertThat(described.queue()).isEqualTo("rewards.gifts");
        assertThat(described.type()).isEqualTo(TYPE);
        assertThat(described.subject()).isEqualTo("M1");
        assertThat(described.publishedBy()).isEqualTo("members-service");
        assertThat(described.attempts()).isEqualTo(3);
        assertThat(described.cause()).isEqualTo("IllegalStateException: out of gifts");
        assertThat(described.data()).isEqualTo("{\"name\":\"안\"}");
    }

    @Test
    void describesALetterThatTheBrokerGaveUp() {
        DeadLetter described = SetAsideHeaders.describe("rewards.gifts", letter(ORIGINAL), OWN_USER);

        assertThat(described.id()).isEqualTo("e1");
        assertThat(described.attempts()).isZero();
        assertThat(described.cause()).contains("process ended");
        assertThat(described.failedAt()).isNull();
    }

    @Test
    void namesLettersWithoutIdsByTheirContent() {
        GetResponse letter = letter(new BasicProperties());

        assertThat(SetAsideHeaders.deadLetterId(letter)).isEqualTo(SetAsideHeaders.deadLetterId(letter));
    }

    @Test
    void beginsAnewWithAllAttempts() {
        Map<String, Object> headers =
                SetAsideHeaders.replayed(letter(resent(3, new IllegalStateException())), OWN_USER);

        assertThat(headers)
                .containsEntry("fleet-published-by", "members-service")
                .containsEntry("fleet-routing-key", TYPE)
                .containsEntry("cloudEvents:subject", "M1")
                .doesNotContainKeys("fleet-attempts", "fleet-cause", "fleet-failed-at", "fleet-dead-letter-id");
    }

    private static Map<String, Object> setAside(BasicProperties original, int attempts, Exception cause) {
        return SetAsideHeaders.write(TYPE, original, OWN_USER, attempts, cause);
    }

    private static BasicProperties resent(int attempts, Exception cause) {
        return SetAside.resent(ORIGINAL, setAside(ORIGINAL, attempts, cause), OWN_USER);
    }

    private static GetResponse letter(BasicProperties properties) {
        return new GetResponse(
                new Envelope(1, false, "rewards.own", "rewards.gifts.dead"),
                properties,
                "{\"name\":\"안\"}".getBytes(UTF_8),
                0);
    }
}
