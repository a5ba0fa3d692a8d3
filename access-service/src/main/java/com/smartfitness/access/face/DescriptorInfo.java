package com.smartfitness.access.face;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.stereotype.Component;

/** Says at {@code /actuator/info} by which model photos are told apart, and which one is wanted and refused. */
@Component
class DescriptorInfo implements InfoContributor {

    private final Descriptors descriptors;
    private final DescriptorUpdates updates;

    DescriptorInfo(Descriptors descriptors, DescriptorUpdates updates) {
        this.descriptors = descriptors;
        this.updates = updates;
    }

    @Override
    public void contribute(Info.Builder builder) {
        Map<String, String> model = new LinkedHashMap<>();
        model.put("version", descriptors.version());
        updates.refusal().ifPresent(refusal -> {
            model.put("refused", refusal.model().version());
            model.put("reason", refusal.reason());
        });
        builder.withDetail("faceModel", model);
    }
}
