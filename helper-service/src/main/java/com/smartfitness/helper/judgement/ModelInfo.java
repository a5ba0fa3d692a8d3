package com.smartfitness.helper.judgement;

import com.smartfitness.helper.replica.KnownModel;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.stereotype.Component;

/** Says at {@code /actuator/info} which model is in use, and which one is wanted and refused. */
@Component
class ModelInfo implements InfoContributor {

    private final ActiveModel active;
    private final ModelUpdates updates;

    ModelInfo(ActiveModel active, ModelUpdates updates) {
        this.active = active;
        this.updates = updates;
    }

    @Override
    public void contribute(Info.Builder builder) {
        Map<String, String> laundry = new LinkedHashMap<>();
        laundry.put("version", active.deployment().map(KnownModel::version).orElse("none"));
        updates.refusal().ifPresent(refusal -> {
            laundry.put("refused", refusal.model().version());
            laundry.put("reason", refusal.reason());
        });
        builder.withDetail("laundryModel", laundry);
    }
}
