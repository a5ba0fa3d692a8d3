package com.smartfitness.mlops.model;

import com.smartfitness.events.ModelType;
import com.smartfitness.mlops.Sha256;
import com.smartfitness.mlops.model.RegisteredModel.Lineage;
import com.smartfitness.mlops.objects.ObjectStores;
import com.smartfitness.onnx.UnusableModelException;
import com.smartfitness.recognition.FaceDescriptor;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/** Registers models that make templates of photos, which are not trained here. */
@Service
class FaceModelRegistration {

    /** What is part of a key, and of what devices send. */
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,49}");

    /** As much as access-service takes. */
    private static final int LARGEST = 64 * 1024 * 1024;

    private final Models models;
    private final ObjectStores stores;
    private final Clock clock;

    FaceModelRegistration(Models models, ObjectStores stores, Clock clock) {
        this.models = models;
        this.stores = stores;
        this.clock = clock;
    }

    /**
     * Registers the model, unless it has been; using it is another step.
     *
     * @param file an ONNX file after the contract of face-recognition, which is tried out
     * @param threshold similarity from which two of its templates are one person's, until a rule is fitted
     * @param margin how far the most similar one must be ahead of the second, likewise
     * @param operator who asks
     * @throws ModelNotRegisteredException where it cannot be used, or another has its version
     */
    RegisteredModel register(byte[] file, double threshold, double margin, String operator) {
        if (file.length > LARGEST) {
            throw ModelNotRegisteredException.tooLarge(LARGEST);
        }
        String version;
        int dimension;
        try (FaceDescriptor descriptor = FaceDescriptor.of(file)) {
            version = descriptor.version();
            dimension = descriptor.dimension();
        } catch (UnusableModelException e) {
            throw ModelNotRegisteredException.unusable(e.getMessage());
        }
        if (!VERSION.matcher(version).matches()) {
            throw ModelNotRegisteredException.unusable("Its version, %s, is no plain name.".formatted(version));
        }
        String sha256 = Sha256.of(file);
        Optional<RegisteredModel> known = models.find(ModelType.FACE, version);
        if (known.isPresent()) {
            return known.filter(model -> model.sha256().equals(sha256))
                    .orElseThrow(() -> ModelNotRegisteredException.versionTaken(version));
        }
        String key = "face/%s.onnx".formatted(version);
        stores.models().put(key, file, "application/octet-stream");
        Map<String, String> parameters = Map.of(
                RegisteredModel.FACE_MODEL,
                version,
                RegisteredModel.DESCRIPTOR,
                version,
                "dimensions",
                Integer.toString(dimension),
                "registeredBy",
                operator);
        RegisteredModel model = new RegisteredModel(
                ModelType.FACE,
                version,
                key,
                sha256,
                file.length,
                "same,other",
                threshold,
                Map.of(RegisteredModel.MARGIN, margin),
                new Lineage(null, null, parameters, null),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        models.register(model);
        return model;
    }
}
