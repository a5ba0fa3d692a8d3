package com.smartfitness.helper;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.helper.site.BrightnessModel;
import com.smartfitness.helper.site.HelperSite;
import com.smartfitness.helper.site.Person;
import com.smartfitness.helper.site.Photos;
import com.smartfitness.testing.stores.Eventually;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What callers see, and what is made good afterwards, while a store is away. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutageIT {

    private final HelperSite site = HelperSite.start();
    private HelperSite.Gym gym;

    @BeforeEach
    void openGym() {
        site.deploy("agreed", BrightnessModel.asAgreed().toBytes());
        gym = site.gym();
        gym.owner().awaitModel("agreed");
    }

    @AfterAll
    void close() {
        site.close();
    }

    @Test
    void confirmsWithoutBrokerAndTellsLater() {
        String task = gym.helper().judgedTask(Photos.bright());
        site.broker().cut();

        assertThat(gym.owner().confirm(task, "{\"result\":\"양호\"}").status()).isEqualTo(200);
        assertThat(gym.helper().balance()).isEqualTo(1000);
        String sentMeanwhile = gym.helper().judgedTask(Photos.bright());
        assertThat(site.neighbours().heard("task-confirmed", task)).isEmpty();
        site.broker().restore();

        site.neighbours().await("task-confirmed", task);
        site.neighbours().await("reward-credited", task);
        site.neighbours().await("task-judged", sentMeanwhile);
        assertThat(site.neighbours().heard("task-confirmed", task)).hasSize(1);
    }

    @Test
    void saysThatTheDatabaseIsAway() {
        String task = gym.helper().judgedTask(Photos.bright());
        site.database().cut();

        assertProblem(gym.helper().get("/api/v1/tasks"), "store-unavailable");
        assertProblem(gym.helper().get("/api/v1/balance"), "store-unavailable");
        assertProblem(gym.helper().upload(Photos.bright()), "store-unavailable");
        assertProblem(gym.owner().confirm(task, "{\"result\":\"양호\"}"), "store-unavailable");
        site.database().restore();

        Eventually.holds(
                "the confirmation",
                () -> gym.owner().confirm(task, "{\"result\":\"양호\"}").status() == 200);
        gym.helper().judgedTask(Photos.bright());
    }

    @Test
    void takesNoPhotoThatItCannotKeep() {
        site.photoStore().cut();

        for (int i = 0; i < 4; i++) {
            assertProblem(gym.helper().upload(Photos.bright()), "photo-store-unavailable");
        }
        site.photoStore().restore();

        for (int i = 0; i < 3; i++) {
            gym.helper().judgedTask(Photos.bright());
        }
    }

    @Test
    void judgesOnceThePhotosAreBack() {
        String task = gym.helper().judgedTask(Photos.bright());
        site.photoStore().cut();
        assertProblem(gym.helper().get("/api/v1/tasks/%s/photo".formatted(task)), "photo-store-unavailable");
        site.rows()
                .sql(
                        "update task set status = 'SUBMITTED', ai_result = null, judge_after = '-infinity' where task_id = ?")
                .param(task)
                .update();
        Eventually.holds(
                "an attempt",
                () -> site.rows()
                        .sql("select judge_after > '-infinity' from task where task_id = ?")
                        .param(task)
                        .query(Boolean.class)
                        .single());
        assertThat(gym.helper().get("/api/v1/tasks/" + task).text("status")).isEqualTo("SUBMITTED");
        site.photoStore().restore();

        gym.helper().awaitStatus(task, "JUDGED");
    }

    private static void assertProblem(Person.Answer answer, String type) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.text("type")).isEqualTo("urn:fleet:problem:" + type);
        assertThat(answer.header("Retry-After")).isNotEmpty();
    }
}
