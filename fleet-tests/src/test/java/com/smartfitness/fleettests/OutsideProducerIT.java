package com.smartfitness.fleettests;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.smartfitness.fleet.demo.Answer;
import com.smartfitness.fleet.demo.GatewayClient;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A program that knows the exchange and the JSON, and nothing else of this code base. */
class OutsideProducerIT {

    private final Scene scene = Scene.create();

    @Test
    void itsConfirmedTaskIsStoredOnce() throws Exception {
        String taskId = "T-outside-" + UUID.randomUUID();
        publish(confirmedTask(taskId, "s3://...", "양호"));
        Answer first = awaitSample(taskId);

        publish(confirmedTask(taskId, "s3://...", "미흡"));
        String next = "T-outside-" + UUID.randomUUID();
        publish(confirmedTask(next, "s3://...", "양호"));
        awaitSample(next);

        assertThat(first.text("correctedResult")).isEqualTo("양호");
        assertThat(first.text("aiResult")).isEqualTo("미흡");
        assertThat(first.text("helperId")).isEqualTo("H123");
        assertThat(awaitSample(taskId).text("correctedResult")).isEqualTo("양호");
    }

    @Test
    void aPhotoElsewhereIsNotOpened() throws Exception {
        String foreignBucket = "T-outside-" + UUID.randomUUID();
        String foreignHost = "T-outside-" + UUID.randomUUID();
        publish(confirmedTask(foreignBucket, "s3://somebody-elses/photo.jpg", "양호"));
        publish(confirmedTask(foreignHost, "http://127.0.0.1:1/photo.jpg", "양호"));

        for (String taskId : new String[] {foreignBucket, foreignHost}) {
            Answer sample = GatewayClient.until(
                    () -> scene.asOperator("/api/v1/training-samples/" + taskId),
                    answer -> answer.text("photo").equals("REFUSED"));
            assertThat(sample.text("correctedResult")).isEqualTo("양호");
            assertThat(scene.asOperator("/api/v1/training-samples/%s/photo".formatted(taskId))
                            .status())
                    .isEqualTo(404);
        }
    }

    private Answer awaitSample(String taskId) {
        return GatewayClient.until(() -> scene.asOperator("/api/v1/training-samples/" + taskId), Answer::isSuccess);
    }

    private static String confirmedTask(String taskId, String photoUrl, String result) {
        return """
                {"taskId":"%s","photoUrl":"%s","aiResult":"미흡","correctedResult":"%s","branchId":"B001",\
                "helperId":"H123","timestamp":"2024-01-20T10:00:00Z"}""".formatted(taskId, photoUrl, result);
    }

    private static void publish(String json) throws Exception {
        BasicProperties contentType =
                new BasicProperties.Builder().contentType("application/json").build();
        try (Connection connection = RunningFleet.brokerAsHelperService();
                Channel channel = connection.createChannel()) {
            channel.confirmSelect();
            channel.basicPublish(
                    "fleet.events", "helper.task-confirmed.v1", contentType, json.getBytes(StandardCharsets.UTF_8));
            channel.waitForConfirmsOrDie(10_000);
        }
    }
}
