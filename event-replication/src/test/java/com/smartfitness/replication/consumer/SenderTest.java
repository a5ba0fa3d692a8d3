package com.smartfitness.replication.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.broker.CloudEvent;
import com.smartfitness.replication.broker.MalformedEventException;
import com.smartfitness.replication.broker.Names;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SenderTest {

    private static final String TYPE = "members.member-joined.v1";
    private static final String OWN_USER = "rewards-service";

    @Test
    void takesTheOwnerAtItsWord() {
        assertThat(isOutside(event("/members-service", new Version(1, 1)), by("members-service")))
                .isFalse();
    }

    @Test
    void rejectsWhoSpeaksForAnother() {
        assertRejected(event("/members-service", new Version(1, 1)), by("rewards-service"))
                .withMessage("The source is /members-service but the broker's user was rewards-service");
    }

    @Test
    void rejectsSourcesThatTheBrokerDoesNotVouchFor() {
        assertRejected(event("/members-service", new Version(1, 1)), by(null)).withMessageContaining("not stated");
    }

    @Test
    void takesOtherServicesEventsForOutsiders() {
        assertThat(isOutside(event("/auth-service", null), by("auth-service"))).isTrue();
        assertThat(isOutside(event(null, null), by("camera"))).isTrue();
        assertThat(isOutside(event(null, null), by(null))).isTrue();
    }

    @Test
    void rejectsVersionsThatAnOutsiderStates() {
        assertRejected(event("/auth-service", new Version(9, 9)), by("auth-service"))
                .withMessageContaining("Only the owner");
        assertRejected(event(null, new Version(9, 9)), by("members-service")).withMessageContaining("Only the owner");
    }

    @Test
    void rejectsTypesThatAnOutsiderMayNotRoute() {
        CloudEvent event = event(null, null);

        assertThatExceptionOfType(MalformedEventException.class)
                .isThrownBy(() -> Sender.isOutside(event, "camera.seen.v1", by("camera"), OWN_USER));
    }

    @Test
    void remembersWhoPublishedWhatItSentToItself() {
        BasicProperties retried = republished(OWN_USER, "members-service");

        assertThat(Sender.publisher(retried, OWN_USER)).isEqualTo("members-service");
        assertThat(isOutside(event("/members-service", new Version(1, 1)), retried))
                .isFalse();
        assertRejected(event("/auth-service", new Version(1, 1)), retried);
    }

    @Test
    void remembersThatNobodyWasStated() {
        assertThat(Sender.publisher(republished(OWN_USER, ""), OWN_USER)).isNull();
    }

    @Test
    void believesNoOtherWhoClaimsToRepublish() {
        BasicProperties claimed = republished("auth-service", "members-service");

        assertThat(Sender.publisher(claimed, OWN_USER)).isEqualTo("auth-service");
        assertRejected(event("/members-service", new Version(1, 1)), claimed);
    }

    private static boolean isOutside(CloudEvent event, BasicProperties properties) {
        return Sender.isOutside(event, TYPE, properties, OWN_USER);
    }

    private static org.assertj.core.api.ThrowableAssertAlternative<MalformedEventException> assertRejected(
            CloudEvent event, BasicProperties properties) {
        return assertThatExceptionOfType(MalformedEventException.class).isThrownBy(() -> isOutside(event, properties));
    }

    private static CloudEvent event(@Nullable String source, @Nullable Version version) {
        return new CloudEvent("e1", source, TYPE, "M1", null, version, null, null, new byte[0]);
    }

    private static BasicProperties by(@Nullable String user) {
        return new BasicProperties.Builder().userId(user).build();
    }

    private static BasicProperties republished(String user, String first) {
        return by(user).builder().headers(Map.of(Names.PUBLISHED_BY, first)).build();
    }
}
