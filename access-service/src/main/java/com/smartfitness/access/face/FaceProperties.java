package com.smartfitness.access.face;

import jakarta.validation.constraints.NotEmpty;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How faces are kept.
 *
 * @param models the face models whose templates are accepted, and how many dimensions these have; templates of different
 *     models are never compared
 * @param keyset AES-256-GCM in Tink's JSON form, for what templates are encrypted with; losing it loses every template
 * @param keysetFile file with the same, made with a new key where it does not exist; one of the two must be set
 * @param reconcile how often memory is compared with the store, beside following every change
 */
@Validated
@ConfigurationProperties("faces")
record FaceProperties(
        @NotEmpty Map<String, Integer> models,
        @Nullable String keyset,
        @Nullable Path keysetFile,
        @DefaultValue("60s") Duration reconcile) {

    @Override
    public String toString() {
        return "models " + models; // never keys
    }
}
