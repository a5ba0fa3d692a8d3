package com.smartfitness.mlops.model;

import static com.smartfitness.mlops.RunningMlops.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.GetResponse;
import com.smartfitness.mlops.Buckets;
import com.smartfitness.mlops.Publisher;
import com.smartfitness.mlops.RunningMlops;
import com.smartfitness.mlops.Sha256;
import com.smartfitness.stack.BrokerDefinitions;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.DatabaseFacts;
import com.smartfitness.stack.ObjectServer;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How the first model comes into use, heard where helper-service hears it. */
class FirstDeploymentIT {

    private static final String QUEUE = "helper.models";

    private final ObjectServer own = Stores.startOwnObjectStore();
    private final BrokerFacts broker = Stores.broker().newVirtualHost("mlops", "helper");
    private final DatabaseFacts database = Stores.postgres().newDatabase();
    private Publisher helper;

    @BeforeEach
    void listen() throws Exception {
        own.ensureBucket("mlops-models");
        helper = new Publisher(broker, "helper");
        helper.channel().queueDeclare(QUEUE, true, false, false, Map.of());
        helper.channel().queueBind(QUEUE, BrokerDefinitions.EVENTS, "mlops.model-deployed.v1");
    }

    @AfterEach
    void stop() throws Exception {
        helper.close();
        own.close();
    }

    @Test
    void deploysTheBuiltModelOnce() throws Exception {
        JsonNode event;
        try (RunningMlops mlops = start()) {
            event = Eventually.becomes("the model is announced", this::heard, Objects::nonNull);
            assertThat(onlyModel(mlops))
                    .containsEntry("modelType", "LAUNDRY")
                    .containsEntry("version", event.get("version").stringValue())
                    .containsEntry("labels", List.of("양호", "미흡"))
                    .containsEntry("deployed", true);
        }

        String url = event.get("artifactUrl").stringValue();
        assertThat(url).startsWith("s3://mlops-models/laundry/").endsWith(".onnx");
        try (Buckets buckets = new Buckets(own.owner())) {
            byte[] file = buckets.get("mlops-models", url.substring("s3://mlops-models/".length()));
            assertThat(Sha256.of(file)).isEqualTo(event.get("sha256").stringValue());
        }
        assertThat(event.get("metrics").get("accuracy").doubleValue()).isGreaterThan(0.85);
        assertThat(event.get("threshold").doubleValue()).isEqualTo(0.7);

        try (RunningMlops again = start()) {
            assertThat(onlyModel(again)).containsEntry("deployed", true);
            assertThat(again.database()
                            .sql("select count(*) from replication.outbox")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
        assertThat(heard()).isNull();
    }

    @Test
    void waitsForTheObjectStoreBesideTheService() throws Exception {
        own.stop();
        try (RunningMlops mlops = start()) {
            assertThat(mlops.get("/api/v1/models").body()).contains("\"items\":[]");
            assertThat(heard()).isNull();

            own.start();

            Eventually.becomes("the model is announced", this::heard, Objects::nonNull);
            assertThat(onlyModel(mlops)).containsEntry("deployed", true);
        }
    }

    private RunningMlops start() {
        return RunningMlops.start(broker, database, own.owner(), own.owner());
    }

    private JsonNode heard() throws Exception {
        GetResponse message = helper.channel().basicGet(QUEUE, true);
        return message == null ? null : JsonMapper.shared().readTree(message.getBody());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> onlyModel(RunningMlops mlops) throws Exception {
        List<Map<String, Object>> models =
                (List<Map<String, Object>>) json(mlops.get("/api/v1/models")).get("items");
        assertThat(models).hasSize(1);
        return models.getFirst();
    }
}
