package com.smartfitness.models;

import jakarta.validation.constraints.NotBlank;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
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
 * @param instance names this process in reports of what it uses; where it is absent, the host's name does
 */
@Validated
@ConfigurationProperties("models")
public record ModelsProperties(
        @NotBlank String endpoint,
        @NotBlank String accessKey,
        @NotBlank String secretKey,
        @DefaultValue("mlops-models") String bucket,
        @DefaultValue("64MB") DataSize maxSize,
        @DefaultValue("250ms") Duration look,
        @DefaultValue("10s") Duration retry,
        @Nullable String instance) {

    /** What names this process in reports. */
    public String instanceOrHost() {
        return instance == null || instance.isBlank() ? host() : instance;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
