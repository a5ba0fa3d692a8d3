package com.smartfitness.fleettests;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import com.smartfitness.fleet.Fleet;
import com.smartfitness.fleet.demo.Account;
import com.smartfitness.fleet.demo.Journey;
import com.smartfitness.fleet.demo.SamplePhoto;
import com.smartfitness.testing.stores.Eventually;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A service changes its tables as it likes: nobody else is built or started again, or sees another event. */
class SchemaChangeIT {

    @Test
    void aNewerAuthServiceChangesItsTablesUnderTheRunningFleet() throws Exception {
        Fleet fleet = RunningFleet.fleet();
        Scene scene = Scene.create();
        Account early = Scene.anyAccount();
        try (Connection connection = RunningFleet.brokerAsAdministrator();
                Channel channel = connection.createChannel()) {
            String queue = channel.queueDeclare("", false, true, true, null).getQueue();
            channel.queueBind(queue, "fleet.events", "auth.user-created.v1");
            Journey journey = scene.journey();

            journey.becomeHelper(early, scene.branchId());
            String before = next(channel, queue);

            fleet.stop("auth-service");
            RunningFleet.replaceJar("auth-service", NewerAuthService::build);
            assertThat(fleet.start("auth-service").ready()).isTrue();

            assertThat(journey.signIn(early)).isNotBlank();
            String helper = journey.becomeHelper(Scene.anyAccount(), scene.branchId());
            String after = next(channel, queue);

            assertThat(withoutIdentity(after)).isEqualTo(withoutIdentity(before));

            String taskId = journey.sendPhoto(helper, SamplePhoto.bytes());
            journey.awaitJudgement(helper, taskId);
            journey.confirm(scene.owner(), taskId);
            journey.awaitSample(scene.operator(), taskId);
            journey.awaitDone(scene.owner(), scene.branchId(), taskId);
        }
    }

    private static String next(Channel channel, String queue) {
        GetResponse message =
                Eventually.becomes("an event arrives", () -> channel.basicGet(queue, true), Objects::nonNull);
        return new String(message.getBody(), StandardCharsets.UTF_8);
    }

    /** What two users cannot have in common. */
    private static String withoutIdentity(String event) {
        return event.replaceAll("\"userId\":\"[^\"]+\"", "").replaceAll("\"createdAt\":\"[^\"]+\"", "");
    }
}
