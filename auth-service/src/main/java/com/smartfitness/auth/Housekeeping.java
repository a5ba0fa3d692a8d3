package com.smartfitness.auth;

import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Drops old rows now and then. Any number of instances may do it at the same time. */
@Component
class Housekeeping {

    private final List<Forgetful> keepers;

    Housekeeping(List<Forgetful> keepers) {
        this.keepers = keepers;
    }

    @Scheduled(initialDelayString = "1m", fixedDelayString = "10m")
    void forgetOld() {
        keepers.forEach(Forgetful::forgetOld);
    }
}
