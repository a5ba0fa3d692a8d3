package com.smartfitness.mlops.face;

import static com.smartfitness.mlops.RunningMlops.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.mlops.Buckets;
import com.smartfitness.mlops.MlopsSite;
import com.smartfitness.mlops.Publisher;
import com.smartfitness.mlops.RunningMlops;
import com.smartfitness.testing.stores.Eventually;
import java.util.Map;
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
