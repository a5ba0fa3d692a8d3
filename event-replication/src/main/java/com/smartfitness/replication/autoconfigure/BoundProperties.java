package com.smartfitness.replication.autoconfigure;

import com.smartfitness.replication.ReplicationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Reads the settings; the service's name follows from the application's where it is not set. */
final class BoundProperties {

    private static final String SUFFIX = "-service";

    private BoundProperties() {}

    static ReplicationProperties of(Environment environment) {
        ReplicationProperties properties =
                Binder.get(environment).bindOrCreate("replication", ReplicationProperties.class);
        String service = properties.service();
        if (service.isEmpty()) {
            String application = environment.getProperty("spring.application.name", "");
            service = application.endsWith(SUFFIX)
                    ? application.substring(0, application.length() - SUFFIX.length())
                    : application;
        }
        if (!service.matches("[a-z]+")) {
            throw new IllegalStateException(
                    "replication.service, or spring.application.name without '-service', must be"
                            + " lower-case letters, not '" + service + "'");
        }
        return properties.withService(service);
    }
}
