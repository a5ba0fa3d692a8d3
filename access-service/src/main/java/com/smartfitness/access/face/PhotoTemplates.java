package com.smartfitness.access.face;

import com.smartfitness.photo.CleanPhoto;
import com.smartfitness.photo.DecodedPhoto;
import com.smartfitness.photo.PhotoIntake;
import com.smartfitness.recognition.FaceModels;
import com.smartfitness.recognition.FaceReader;
import com.smartfitness.recognition.UnusableFaceException;
import jakarta.annotation.PreDestroy;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes templates of photos. What finds faces is loaded with the first photo. */
@Component
public class PhotoTemplates {

    /** Pixels of the longer side from which nothing more would be seen. */
    private static final int ENOUGH = 1600;

    private final FacePhotoProperties properties;
    private final PhotoIntake intake;
    private final SpoofCheck spoofs;
    private final PhotoTimes times;
    private final PhotoWorkers workers;
    private final Descriptors descriptors;
    private @Nullable FaceModels models;

    PhotoTemplates(
            FacePhotoProperties properties,
            Descriptors descriptors,
            PhotoIntake intake,
            SpoofCheck spoofs,
            PhotoTimes times) {
        this.descriptors = descriptors;
        this.properties = properties;
        this.intake = intake;
        this.spoofs = spoofs;
        this.times = times;
        this.workers = new PhotoWorkers(properties);
    }

    /**
     * The template of the one face that is meant, by the model in use.
     *
     * @param file JPEG, PNG or WebP; overwritten afterwards
     * @throws com.smartfitness.defaults.problem.ProblemException where it is no photo, no usable face is on it, or too
     *     many come at once
     */
    FaceTemplate of(byte[] file) {
        return made(
                file,
                (reader, image) -> descriptors.use(
                        model -> new FaceTemplate(model.version(), reader.template(image, model, times))));
    }

    /**
     * The templates of the same face by all models by which somebody may be enrolled, the one in use first.
     *
     * @param file JPEG, PNG or WebP; overwritten afterwards
     * @throws com.smartfitness.defaults.problem.ProblemException likewise
     */
    public List<FaceTemplate> all(byte[] file) {
        return made(
                file,
                (reader, image) -> descriptors.useAll(models -> {
                    List<float[]> vectors = reader.templates(image, models, times);
                    return IntStream.range(0, models.size())
                            .mapToObj(i -> new FaceTemplate(models.get(i).version(), vectors.get(i)))
                            .toList();
                }));
    }

    private <T> T made(byte[] file, BiFunction<FaceReader, BufferedImage, T> templates) {
        try {
            CleanPhoto photo = intake.accept(file);
            try {
                return workers.run(() -> looked(photo, templates));
            } finally {
                Arrays.fill(photo.bytes(), (byte) 0);
            }
        } finally {
            Arrays.fill(file, (byte) 0);
        }
    }

    private <T> T looked(CleanPhoto photo, BiFunction<FaceReader, BufferedImage, T> templates) {
        FaceReader reader = new FaceReader(loaded(), properties.limits());
        BufferedImage image = times.of("decode", () -> DecodedPhoto.of(photo, ENOUGH));
        if (!spoofs.isLive(image)) {
            throw UnusablePhotoException.spoofed();
        }
        try {
            return templates.apply(reader, image);
        } catch (UnusableFaceException e) {
            throw UnusablePhotoException.of(e.flaw());
        }
    }

    private synchronized FaceModels loaded() {
        FaceModels loaded = models;
        if (loaded == null) {
            loaded = FaceModels.builtIn();
            models = loaded;
        }
        return loaded;
    }

    @PreDestroy
    synchronized void close() throws InterruptedException {
        if (workers.stop() && models != null) {
            models.close();
        }
    }
}
