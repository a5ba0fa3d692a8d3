package com.smartfitness.access.face;

import com.smartfitness.recognition.FaceLimits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How templates are made of photos.
 *
 * @param model the version of the templates, one of {@code faces.models}
 * @param descriptor file of another descriptor model than the one that comes along, of that version
 * @param workers photos that are looked at at once, each by a thread of its own
 * @param waiting photos that wait for a worker; what comes beside them is refused
 * @param score see {@link FaceLimits}
 * @param dominance see {@link FaceLimits}
 * @param side see {@link FaceLimits}
 * @param brightness see {@link FaceLimits}
 * @param blur see {@link FaceLimits}
 */
@Validated
@ConfigurationProperties("faces.photos")
record FacePhotoProperties(
        @DefaultValue("resnet-128") @NotBlank String model,
        @Nullable Path descriptor,
        @DefaultValue("1") @Min(1) @Max(16) int workers,
        @DefaultValue("8") @Min(1) @Max(100) int waiting,
        @DefaultValue("0.5") double score,
        @DefaultValue("2") double dominance,
        @DefaultValue("60") double side,
        @DefaultValue("0.12") double brightness,
        @DefaultValue("0.75") double blur) {

    FaceLimits limits() {
        return new FaceLimits(score, dominance, side, brightness, blur);
    }
}
