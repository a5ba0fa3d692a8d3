package com.smartfitness.helper;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.helper.site.BrightnessModel;
import com.smartfitness.helper.site.HelperSite;
import com.smartfitness.helper.site.Person;
import com.smartfitness.helper.site.Photos;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Models come, go and are refused while photos are judged. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelIT {

    private final HelperSite site = HelperSite.start();
    private HelperSite.Gym gym;
    private String taskBeforeAnyModel;

    @BeforeAll
    void sendPhotoBeforeAnyModel() {
        gym = site.gym();
        taskBeforeAnyModel = gym.helper().upload(Photos.bright()).text("taskId");
        assertThat(gym.helper().get("/api/v1/tasks/" + taskBeforeAnyModel).text("status"))
                .isEqualTo("SUBMITTED");
        site.deploy("first", BrightnessModel.asAgreed().toBytes());
        gym.owner().awaitModel("first");
    }

    @AfterAll
    void close() {
        site.close();
    }

    @Test
    void judgesWhatWasSentInBeforeThereWasAModel() {
        JsonNode judged = gym.helper().awaitStatus(taskBeforeAnyModel, "JUDGED");

        assertThat(judged.path("modelVersion").asString()).isEqualTo("first");
        assertThat(site.neighbours()
                        .awaitReport("activated", "first")
                        .path("instance")
                        .asString())
                .isNotBlank();
    }

    @Test
    void judgesEveryPhotoByOneModelWhileModelsAreSwapped() throws Exception {
        List<Callable<String>> uploads = new ArrayList<>();
        for (int helpers = 0; helpers < 10; helpers++) {
            Person helper = site.person(site.neighbours().helperOf(gym.branch()), "HELPER");
            for (int photos = 0; photos < 3; photos++) {
                uploads.add(() -> helper.judgedTask(Photos.bright()));
            }
        }

        List<Future<String>> tasks;
        try (ExecutorService together = Executors.newFixedThreadPool(4)) {
            Future<?> swaps = together.submit(() -> {
                for (int i = 0; i < 6; i++) {
                    swapTo("swap-%d-%s".formatted(i, i % 2 == 0 ? "inverted" : "agreed"));
                }
            });
            tasks = together.invokeAll(uploads);
            swaps.get();
        }

        for (Future<String> task : tasks) {
            JsonNode judged = gym.owner().get("/api/v1/tasks/" + task.get()).json();
            boolean inverted = judged.path("modelVersion").asString().endsWith("inverted");
            assertThat(judged.path("aiResult").asString()).isEqualTo(inverted ? "미흡" : "양호");
        }
    }

    @Test
    void keepsTheModelInUseWhereTheNewOneIsBroken() {
        swapTo("sound-agreed");
        byte[] model = BrightnessModel.asAgreed().toBytes();

        assertRefused("damaged", Arrays.copyOf(model, model.length / 2), "cannot be loaded");
        assertRefused(
                "other-labels", BrightnessModel.asAgreed().withLabels("cat,dog").toBytes(), "labels");
        assertRefused(
                "other-input", BrightnessModel.asAgreed().withInput("photo").toBytes(), "image");
        assertRefused("too-large", BrightnessModel.asAgreed().withSide(1024).toBytes(), "1024 pixels");
        assertRefused(
                "no-probabilities", BrightnessModel.asAgreed().withoutSoftmax().toBytes(), "probabilities");

        site.deploy("other-digest", model, HelperSite.digest(new byte[0]));
        awaitRefusal("other-digest", "digest");
    }

    @Test
    void opensNoForeignBucket() {
        swapTo("own-agreed");
        byte[] model = BrightnessModel.asAgreed().toBytes();
        String foreign = site.put(Stores.objects().newBucket(), "laundry/foreign.onnx", model);

        site.neighbours().deploys("foreign-bucket", foreign, HelperSite.digest(model));
        awaitRefusal("foreign-bucket", "does not lie in the bucket");
        site.neighbours().deploys("foreign-host", "http://127.0.0.1:9/laundry.onnx", HelperSite.digest(model));
        awaitRefusal("foreign-host", "does not lie in the bucket");
    }

    @Test
    void fetchesLaterWhatIsNotThereYet() {
        swapTo("present-agreed");
        byte[] model = BrightnessModel.asAgreed().toBytes();

        site.neighbours().deploys("late", site.modelUrl("late"), HelperSite.digest(model));
        awaitRefusal("late", "cannot be fetched");
        site.deploy("late", model);

        gym.owner().awaitModel("late");
    }

    private void swapTo(String version) {
        boolean inverted = version.endsWith("inverted");
        site.deploy(version, (inverted ? BrightnessModel.inverted() : BrightnessModel.asAgreed()).toBytes());
        gym.owner().awaitModel(version);
    }

    private void assertRefused(String version, byte[] artefact, String reason) {
        site.deploy(version, artefact);
        awaitRefusal(version, reason);
    }

    private void awaitRefusal(String version, String reason) {
        String inUse = gym.owner().model().path("version").asString();
        JsonNode model = Eventually.becomes(
                "refusal of " + version,
                gym.owner()::model,
                told -> told.path("refused").asString("").equals(version));
        assertThat(model.path("reason").asString()).contains(reason);
        assertThat(model.path("version").asString()).isEqualTo(inUse);
        assertThat(site.neighbours()
                        .awaitReport("rejected", version)
                        .path("reason")
                        .asString())
                .contains(reason);
        Person helper = site.person(site.neighbours().helperOf(gym.branch()), "HELPER");
        String task = helper.judgedTask(Photos.bright());
        assertThat(helper.get("/api/v1/tasks/" + task).text("modelVersion")).isEqualTo(inUse);
    }
}
