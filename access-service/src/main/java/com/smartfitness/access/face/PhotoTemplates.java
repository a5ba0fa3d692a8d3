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
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes templates of photos. A few threads of its own do it, since native code would keep those that all requests share;
 * so gates that send templates do not wait for photos. The models are loaded with the first photo, or at the start if one
 * is configured, which may be wrong.
 */
@Component
public class PhotoTemplates {

    /** Pixels of the longer side from which nothing more would be seen. */
    private static final int ENOUGH = 1600;

    private final FacePhotoProperties properties;
    private final PhotoIntake intake;
    private final SpoofCheck spoofs;
    private final PhotoTimes times;
    private final ThreadPoolExecutor workers;
    private final DescriptorFile descriptor;
    private @Nullable FaceModels models;

    PhotoTemplates(
            FacePhotoProperties properties,
            DescriptorFile descriptor,
            PhotoIntake intake,
            SpoofCheck spoofs,
            PhotoTimes times) {
        this.descriptor = descriptor;
        this.models = descriptor.ifConfigured();
        this.properties = properties;
        this.intake = intake;
        this.spoofs = spoofs;
        this.times = times;
        this.workers = new ThreadPoolExecutor(
                properties.workers(),
                properties.workers(),
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(properties.waiting()),
                Thread.ofPlatform().name("photos-", 0).daemon().factory());
        workers.allowCoreThreadTimeOut(true);
    }

    /** The face model whose templates it makes. */
    public String model() {
        return properties.model();
    }

    /**
     * The template of the one face that is meant.
     *
     * @param file JPEG, PNG or WebP; overwritten afterwards
     * @throws com.smartfitness.defaults.problem.ProblemException where it is no photo, no usable face is on it, or too
     *     many come at once
     */
    public float[] of(byte[] file) {
        try {
            CleanPhoto photo = intake.accept(file);
            try {
                return result(workers.submit(() -> template(photo)));
            } finally {
                Arrays.fill(photo.bytes(), (byte) 0);
            }
        } catch (RejectedExecutionException full) {
            throw new PhotosOverloadedException();
        } finally {
            Arrays.fill(file, (byte) 0);
        }
    }

    private float[] template(CleanPhoto photo) {
        FaceReader reader = new FaceReader(loaded(), properties.limits());
        BufferedImage image = times.of("decode", () -> DecodedPhoto.of(photo, ENOUGH));
        if (!spoofs.isLive(image)) {
            throw UnusablePhotoException.spoofed();
        }
        try {
            return reader.template(image, times);
        } catch (UnusableFaceException e) {
            throw UnusablePhotoException.of(e.flaw());
        }
    }

    private static float[] result(Future<float[]> template) {
        try {
            return template.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("A photo could not be looked at", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Nobody waits for the photo any more", e);
        }
    }

    private synchronized FaceModels loaded() {
        FaceModels loaded = models;
        if (loaded == null) {
            loaded = descriptor.models();
            models = loaded;
        }
        return loaded;
    }

    @PreDestroy
    synchronized void close() throws InterruptedException {
        workers.shutdown();
        boolean idle = workers.awaitTermination(5, TimeUnit.SECONDS);
        if (idle && models != null) {
            models.close();
        }
    }
}
