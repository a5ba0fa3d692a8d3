package com.smartfitness.mlops.face;

import static com.smartfitness.mlops.RunningMlops.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.mlops.Buckets;
import com.smartfitness.mlops.MlopsSite;
import com.smartfitness.mlops.Publisher;
import com.smartfitness.mlops.RunningMlops;
import com.smartfitness.mlops.Sha256;
import com.smartfitness.onnx.NodeSetting;
import com.smartfitness.onnx.OnnxGraph;
import com.smartfitness.testing.stores.Eventually;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From entries to the rule by which gates open. */
class FaceRuleIT {

    private static final String MODEL = "arcface-512";

    private static final MlopsSite site = MlopsSite.shared();
    private static final RunningMlops mlops = site.mlops();
    private static final Buckets buckets = site.buckets();

    @Test
    void refitsTheRuleToScoresOfEntriesAndDeploysIt() throws Exception {
        assertThat(train())
                .containsEntry("status", "KEPT")
                .containsEntry("reason", "No entry by face has been heard of.");
        try (Publisher access = new Publisher(site.broker(), "access")) {
            access.version(
                    1, "access.granted.v1", "A-1", granted("A-1", "FACE", ",\"similarity\":0.8,\"margin\":0.35"));
            access.version(
                    1, "access.granted.v1", "A-1", granted("A-1", "FACE", ",\"similarity\":0.8,\"margin\":0.35"));
            access.version(1, "access.granted.v1", "A-2", granted("A-2", "QR", ""));
            access.version(1, "access.denied.v1", "A-3", """
                    {"accessId":"A-3","branchId":"B","gateId":"E","method":"FACE","reason":"NO_MATCH","similarity":0.45,\
                    "margin":0.0,"modelVersion":"%s","at":"2026-01-20T10:00:00Z"}""".formatted(MODEL));
        }
        Eventually.holds("the scores are kept", () -> scores() == 2);
        assertThat(String.valueOf(train().get("reason"))).contains("1000 are needed");

        // Second-best matches, exponential above the floor of 0.45 for one entry in five.
        mlops.database().sql("""
                insert into face_score (access_id, at, similarity, margin, model_version)
                select 'S-' || n, timestamptz '2026-01-21' + n * interval '1 second', 0.8,
                       0.8 - case when n % 5 = 0 then least(0.45 - 0.02 * ln(((n * 7919) % 10007 + 1) / 10008.0), 0.79)
                                  else 0.45 end, ?
                from generate_series(1, 10000) n
                """).param(MODEL).update();
        Map<String, Object> run = train();

        assertThat(run).containsEntry("status", "DEPLOYED");
        JsonNode model = JsonMapper.shared()
                .readTree(mlops.get("/api/v1/models?modelType=FACE").body())
                .path("items")
                .path(0);
        // Where one in five of a tail of scale 0.02 has come down to one in 10,000.
        assertThat(model.path("threshold").doubleValue()).isBetween(0.57, 0.63);
        assertThat(model.path("metrics").path("margin").doubleValue()).isBetween(0.02, 0.2);
        assertThat(model.path("deployed").booleanValue()).isTrue();
        String version = model.path("version").stringValue();
        assertThat(JsonMapper.shared()
                        .readTree(buckets.get("mlops-models", "face/%s.json".formatted(version)))
                        .path("threshold")
                        .doubleValue())
                .isEqualTo(model.path("threshold").doubleValue());

        assertDeploysAModelOfFaces(version);
    }

    /** After the rule, since what is deployed of a type tells from when on entries count. */
    private static void assertDeploysAModelOfFaces(String rule) throws Exception {
        byte[] file = meanColours("colours-3");

        assertThat(register(file).statusCode()).isEqualTo(201);
        assertThat(register(file).statusCode()).as("once more").isEqualTo(201);
        assertThat(json(register(meanColours("")))).containsEntry("status", 422);
        deploy("colours-3");

        JsonNode descriptor = told().path("descriptor");
        assertThat(descriptor.path("version").asString()).isEqualTo("colours-3");
        assertThat(descriptor.path("sha256").asString()).isEqualTo(Sha256.of(file));
        assertThat(descriptor.path("threshold").asDouble()).isEqualTo(0.9);
        assertThat(descriptor.path("margin").asDouble()).isEqualTo(0.02);
        String url = descriptor.path("artifactUrl").asString();
        assertThat(buckets.get("mlops-models", url.substring("s3://mlops-models/".length())))
                .isEqualTo(file);

        deploy(rule);
        assertThat(told().has("descriptor")).as("a rule from before it").isFalse();
    }

    private static HttpResponse<String> register(byte[] file) throws Exception {
        return mlops.post("/api/v1/models/FACE?threshold=0.9&margin=0.02", file);
    }

    private static void deploy(String version) throws Exception {
        assertThat(mlops.post("/api/v1/models/FACE/deployments", "{\"version\":\"%s\"}".formatted(version))
                        .statusCode())
                .isEqualTo(201);
    }

    /** What others are told of faces. */
    private static JsonNode told() {
        return JsonMapper.shared()
                .readTree(mlops.database()
                        .sql("select data from replication.published_state where id = 'FACE'")
                        .query(String.class)
                        .single());
    }

    private static byte[] meanColours(String version) {
        OnnxGraph graph = new OnnxGraph("colours");
        String image = graph.input("image", 1, 3, 64, 64);
        List<NodeSetting> means = List.of(NodeSetting.numbers("axes", 2, 3), NodeSetting.number("keepdims", 0));
        graph.output("descriptor", graph.node("ReduceMean", means, image), 1, 3);
        return graph.toBytes(new TreeMap<>(Map.of("version", version)));
    }

    private static Map<String, Object> train() throws Exception {
        Map<String, Object> asked = json(mlops.post("/api/v1/training-runs", "{\"modelType\":\"FACE\"}"));
        return Eventually.becomes(
                "the training is over",
                () -> json(mlops.get("/api/v1/training-runs/" + asked.get("runId"))),
                now -> now.containsKey("endedAt"));
    }

    private static String granted(String id, String method, String scores) {
        return """
                {"accessId":"%s","branchId":"B","gateId":"E","method":"%s","userId":"C1"%s,"modelVersion":"%s",\
                "at":"2026-01-20T10:00:00Z"}""".formatted(id, method, scores, MODEL);
    }

    private static long scores() {
        return mlops.database()
                .sql("select count(*) from face_score")
                .query(Long.class)
                .single();
    }
}
