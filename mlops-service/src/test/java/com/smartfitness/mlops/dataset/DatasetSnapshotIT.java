package com.smartfitness.mlops.dataset;

import static com.smartfitness.mlops.RunningMlops.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.mlops.Buckets;
import com.smartfitness.mlops.MlopsSite;
import com.smartfitness.mlops.Publisher;
import com.smartfitness.mlops.RunningMlops;
import com.smartfitness.mlops.Sha256;
import com.smartfitness.mlops.Tasks;
import com.smartfitness.testing.stores.Eventually;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What gets into a snapshot, and on which side. */
class DatasetSnapshotIT {

    private static final MlopsSite site = MlopsSite.shared();
    private static final RunningMlops mlops = site.mlops();
    private static final Publisher helper = site.helper();
    private static final Buckets buckets = site.buckets();

    @Test
    void hasEachPhotoOnceAndNobodyOnBothSides() throws Exception {
        confirm("T-set-1", "H-set-a", 101);
        confirm("T-set-2", "H-set-b", 102);
        confirm("T-set-3", "H-set-b", 101);
        awaitFeatures("T-set-1", "T-set-2", "T-set-3");

        Map<String, Object> snapshot = snapshot();

        assertThat((Integer) snapshot.get("duplicates")).isPositive();
        assertThat(tasksOf(snapshot)).contains("T-set-1", "T-set-2").doesNotContain("T-set-3");
        assertThat(sidesOf("H-set-a")).hasSize(1);
        assertThat(sidesOf("H-set-b")).hasSize(1);
    }

    @Test
    void leavesOutWhatNobodyCanDecode() throws Exception {
        byte[] broken = "\u00ff\u00d8\u00ffbroken".getBytes(StandardCharsets.ISO_8859_1);
        buckets.put("helper-photos", "broken.jpg", broken);
        helper.version(
                1,
                Tasks.CONFIRMED,
                "T-broken",
                Tasks.confirmed("T-broken", "s3://helper-photos/broken.jpg", Sha256.of(broken)));
        Eventually.holds("it has been looked at", () -> "It cannot be decoded.".equals(reason(Sha256.of(broken))));

        assertThat(tasksOf(snapshot())).doesNotContain("T-broken");
    }

    @Test
    void forgetsWhoseSampleItWasWithTheHelper() throws Exception {
        try (Publisher auth = new Publisher(site.broker(), "auth")) {
            auth.version(1, "auth.user-created.v1", "H-leaves", """
                    {"userId":"H-leaves","role":"HELPER","alias":"Bo","branchId":"B002","status":"ACTIVE",\
                    "createdAt":"2026-01-01T00:00:00Z"}""");
            confirm("T-leaves", "H-leaves", 110);
            awaitFeatures("T-leaves");
            boolean heldOut = isHeldOut("T-leaves");
            Eventually.holds("the helper is known", () -> rows("known_helper where user_id = 'H-leaves'") == 1);

            auth.version(2, "auth.user-erased.v1", "H-leaves", "{\"userId\":\"H-leaves\"}");

            Eventually.holds(
                    "the sample is unlinked",
                    () -> !mlops.get("/api/v1/training-samples/T-leaves").body().contains("H-leaves"));
            assertThat(rows("sample_group where helper_id = 'H-leaves'")).isZero();
            assertThat(isHeldOut("T-leaves")).isEqualTo(heldOut);
        }
    }

    @Test
    void refusesWhatItDoesNotUnderstand() throws Exception {
        assertThat(mlops.get("/api/v1/dataset-snapshots?limit=0").body()).contains("invalid-request");
        assertThat(mlops.get("/api/v1/dataset-snapshots?cursor=x").body()).contains("invalid-cursor");
        assertThat(mlops.get("/api/v1/dataset-snapshots/none").body()).contains("snapshot-not-found");
        assertThat(mlops.post("/api/v1/training-runs", "{}").body()).contains("invalid-request");
        assertThat(mlops.post("/api/v1/training-runs", "{\"modelType\":\"DOG\"}")
                        .body())
                .contains("invalid-request");
        assertThat(mlops.get("/api/v1/training-runs/none").body()).contains("training-not-found");
        assertThat(mlops.post("/api/v1/models/LAUNDRY/deployments", "{\"version\":7}")
                        .body())
                .contains("invalid-request");
    }

    /** A training takes one, and says that there is too little in it to learn from. */
    private static Map<String, Object> snapshot() throws Exception {
        Map<String, Object> asked = json(mlops.post("/api/v1/training-runs", "{\"modelType\":\"LAUNDRY\"}"));
        Map<String, Object> run = Eventually.becomes(
                "the training is over",
                () -> json(mlops.get("/api/v1/training-runs/" + asked.get("runId"))),
                now -> now.containsKey("endedAt"));
        assertThat(run).containsEntry("status", "KEPT");
        assertThat(run.get("reason")).asString().contains("are needed");
        return json(mlops.get("/api/v1/dataset-snapshots/" + run.get("snapshotId")));
    }

    private static void confirm(String task, String who, int photo) throws Exception {
        buckets.put("helper-photos", "set-%d.jpg".formatted(photo), Tasks.photo(photo));
        helper.version(1, Tasks.CONFIRMED, task, told(task, who, photo));
    }

    private static String told(String task, String who, int photo) {
        return Tasks.confirmed(task, "s3://helper-photos/set-%d.jpg".formatted(photo), Sha256.of(Tasks.photo(photo)))
                .replace("\"H2\"", "\"%s\"".formatted(who));
    }

    private static void awaitFeatures(String... tasks) {
        for (String task : tasks) {
            Eventually.holds(
                    task + " can be learnt from",
                    () -> rows(
                                    "sample_photo join sample_picture using (sha256) where features is not null and task_id = '%s'"
                                            .formatted(task))
                            == 1);
        }
    }

    private static List<String> tasksOf(Map<String, Object> snapshot) {
        return mlops.database()
                .sql("select task_id from dataset_sample where snapshot_id = ?")
                .param(snapshot.get("snapshotId"))
                .query(String.class)
                .list();
    }

    private static List<Boolean> sidesOf(String who) {
        return mlops.database().sql("""
                select distinct d.held_out from dataset_sample d join training_task using (task_id) where helper_id = ?
                """).param(who).query(Boolean.class).list();
    }

    private static boolean isHeldOut(String task) {
        return mlops.database()
                .sql("select held_out from sample_photo where task_id = ?")
                .param(task)
                .query(Boolean.class)
                .single();
    }

    private static String reason(String sha256) {
        return mlops.database()
                .sql("select reason from sample_picture where sha256 = ?")
                .param(sha256)
                .query(String.class)
                .single();
    }

    private static long rows(String of) {
        return mlops.database()
                .sql("select count(*) from " + of)
                .query(Long.class)
                .single();
    }
}
