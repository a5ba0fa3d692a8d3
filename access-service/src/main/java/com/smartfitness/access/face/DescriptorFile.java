package com.smartfitness.access.face;

import com.smartfitness.recognition.FaceModels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The models that photos go through: those that come along, or with a configured descriptor in the place of theirs. */
@Component
class DescriptorFile {

    private final FacePhotoProperties photos;
    private final FaceProperties faces;

    DescriptorFile(FacePhotoProperties photos, FaceProperties faces) {
        this.photos = photos;
        this.faces = faces;
    }

    /** Loads them where a file is configured, which ends the start of the service where that cannot be used. */
    @Nullable FaceModels ifConfigured() {
        return photos.descriptor() == null ? null : models();
    }

    /**
     * Loads them.
     *
     * @throws IllegalStateException where what is configured of the model is not what the file says
     */
    FaceModels models() {
        Path file = photos.descriptor();
        FaceModels models = file == null ? FaceModels.builtIn() : FaceModels.with(read(file));
        Integer dimension = faces.models().get(models.version());
        if (!models.version().equals(photos.model()) || dimension == null || dimension != models.dimension()) {
            models.close();
            throw new IllegalStateException(
                    "The descriptor is %s with %d numbers, but faces.photos.model is %s and faces.models are %s"
                            .formatted(models.version(), models.dimension(), photos.model(), faces.models()));
        }
        return models;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The descriptor %s cannot be read".formatted(file), e);
        }
    }
}
