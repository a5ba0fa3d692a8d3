package com.smartfitness.access.face;

import com.smartfitness.recognition.FaceDescriptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The descriptor model that is configured: a file, or the one that comes along. */
@Component
class DescriptorFile {

    private final FacePhotoProperties photos;
    private final FaceProperties faces;

    DescriptorFile(FacePhotoProperties photos, FaceProperties faces) {
        this.photos = photos;
        this.faces = faces;
    }

    /** The version of its templates. */
    String version() {
        return photos.model();
    }

    /** Loads it where a file is configured, which ends the start of the service where that cannot be used. */
    @Nullable FaceDescriptor ifNamed() {
        return photos.descriptor() == null ? null : load();
    }

    /**
     * Loads it.
     *
     * @throws IllegalStateException where what is configured of the model is not what the file says
     */
    FaceDescriptor load() {
        Path file = photos.descriptor();
        FaceDescriptor model = file == null ? FaceDescriptor.builtIn() : FaceDescriptor.of(read(file));
        Integer dimension = faces.models().get(model.version());
        if (!model.version().equals(version()) || dimension == null || dimension != model.dimension()) {
            model.close();
            throw new IllegalStateException(
                    "The descriptor is %s with %d numbers, but faces.photos.model is %s and faces.models are %s"
                            .formatted(model.version(), model.dimension(), version(), faces.models()));
        }
        return model;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The descriptor %s cannot be read".formatted(file), e);
        }
    }
}
