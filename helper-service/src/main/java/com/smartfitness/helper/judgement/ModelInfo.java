package com.smartfitness.helper.judgement;

import com.smartfitness.helper.replica.KnownModel;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.stereotype.Component;

/** Says at {@code /actuator/info} which model is in use. */
@Component
class ModelInfo implements InfoContributor {

    private final ActiveModel active;

    ModelInfo(ActiveModel active) {
        this.active = active;
    }

    @Override
    public void contribute(Info.Builder builder) {
        builder.withDetail(
                "laundryModel", active.deployment().map(KnownModel::version).orElse("none"));
    }
}
