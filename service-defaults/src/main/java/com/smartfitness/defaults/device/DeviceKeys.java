package com.smartfitness.defaults.device;

import java.util.Map;
import java.util.Optional;

/** What a service knows of the keys of devices; it brings this bean along to have signed requests verified. */
@FunctionalInterface
public interface DeviceKeys {

    /** The members of the JSON Web Key of a device that is in service; empty for any other. */
    Optional<Map<String, String>> keyOf(String deviceId);
}
