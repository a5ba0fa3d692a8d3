package com.smartfitness.helper.judgement;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where models come from: the object store of mlops-service.
 *
 * @param endpoint e.g. {@code http://127.0.0.1:9001}
 * @param accessKey may read
 * @param bucket the only one that is opened, whatever an event names
 * @param maxSize of an artefact
 * @param look how often the deployment is compared with the model in use
 * @param retry how long a deployment that could not be used is left alone
 */
@Validated
@ConfigurationProperties("models")
record ModelsProperties(
        @NotBlank String endpoint,
        @NotBlank String accessKey,
        @NotBlank String secretKey,
        @DefaultValue("mlops-models") String bucket,
        @DefaultValue("64MB") DataSize maxSize,
        @DefaultValue("250ms") Duration look,
        @DefaultValue("10s") Duration retry) {}
