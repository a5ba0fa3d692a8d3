package com.smartfitness.bench.gate;

import com.smartfitness.bench.http.Latency;
import com.smartfitness.bench.http.OpenLoop;
import com.smartfitness.bench.machine.ServiceProcess;
import com.smartfitness.bench.photo.CameraPhoto;
import com.smartfitness.bench.photo.Form;
import com.smartfitness.devices.FacePhoto;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.tokens.TestTokens;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Has gates send photos to a running access-service, one after the other, and others templates beside them. */
public final class PhotoLoad {

    private static final String PERSON = "U-bench-photo";

    /** Pixels, as cameras have at least. */
    private static final int WIDTH = 1280;

    private final Consumer<String> progress;
    private final Function<String, List<String>> jvm;

    /** @param jvm options of a service's JVM, by its name */
    public PhotoLoad(Consumer<String> progress, Function<String, List<String>> jvm) {
        this.progress = progress;
        this.jvm = jvm;
    }

    /**
     * What was found.
     *
     * @param photos while nobody else asked
     * @param steps of these, by name
     * @param templates without photos
     * @param besidePhotos templates while photos are looked at
     * @param besideTemplates photos meanwhile
     * @param memoryBefore of the service before the first photo, in MB of main memory
     * @param memoryInTheEnd likewise
     */
    public record Result(
            Latency photos,
            Map<String, Steps.Step> steps,
            Latency templates,
            Latency besidePhotos,
            Latency besideTemplates,
            long memoryBefore,
            long memoryInTheEnd) {}

    /**
     * Measures.
     *
     * @param people enrolled, made up around real faces
     * @param photoRate photos a second
     * @param rate templates a second
     */
    public Result run(int people, int photoRate, int rate, int warmUp, int seconds) throws Exception {
        People crowd = People.alike(people, RealFaces.middle());
        try (GateStage stage = new GateStage(jvm)) {
            Door door = stage.door();
            try (ServiceProcess access = door.startAccess()) {
                progress.accept("Enrolling %d faces".formatted(people));
                TestTokens tokens = TestTokens.create();
                Enrolment.of(crowd, stage, tokens);
                long before = access.residentMb();
                stage.around().publishUsers(List.of(PERSON));
                Eventually.holds(
                        "somebody is enrolled by photo", Duration.ofMinutes(1), () -> isEnrolledByPhoto(door, tokens));
                progress.accept("Warming up, %d s".formatted(warmUp));
                door.connect(door.access(), stage.gates().size());
                photos(stage).run(photoRate, warmUp);
                stage.templates(door.access(), crowd).run(rate, warmUp);

                progress.accept("Photos, %d s".formatted(seconds));
                OpenLoop alone = photos(stage);
                alone.run(photoRate, seconds);
                Map<String, Steps.Step> steps = Steps.ofPhotos(door.client(), door.access());

                progress.accept("Templates, %d s".formatted(seconds));
                OpenLoop templates = stage.templates(door.access(), crowd);
                templates.run(rate, seconds);

                progress.accept("Both, %d s".formatted(seconds));
                OpenLoop photosBeside = photos(stage);
                OpenLoop templatesBeside = stage.templates(door.access(), crowd);
                // Not on the common pool, where the client hands over its answers.
                Thread photographed = Thread.ofPlatform().start(() -> photosBeside.run(photoRate, seconds));
                templatesBeside.run(rate, seconds);
                photographed.join();
                return new Result(
                        alone.latency(),
                        steps,
                        templates.latency(),
                        templatesBeside.latency(),
                        photosBeside.latency(),
                        before,
                        access.residentMb());
            }
        }
    }

    private static boolean isEnrolledByPhoto(Door door, TestTokens tokens) throws IOException, InterruptedException {
        HttpRequest enrolment = Form.face(door.access(), tokens.bearer(PERSON, "CUSTOMER"), FacePhoto.COLLINS.bytes());
        return door.client().send(enrolment, BodyHandlers.discarding()).statusCode() == 200;
    }

    /** Three in four are of the person who is enrolled. */
    private static OpenLoop photos(GateStage stage) throws IOException {
        byte[] known = CameraPhoto.of(FacePhoto.COLLINS_AT_THE_GATE, WIDTH);
        byte[] stranger = CameraPhoto.of(FacePhoto.HOPPER_AT_THE_GATE, WIDTH);
        return new OpenLoop(
                stage.door().client(),
                number ->
                        stage.question(stage.door().access(), number, "image/jpeg", number % 4 == 0 ? stranger : known),
                (number, answer) -> answer.statusCode() == 201
                        && new String(answer.body(), StandardCharsets.UTF_8).contains("\"GRANTED\"")
                                != (number % 4 == 0));
    }
}
