package com.smartfitness.mlops.laundry;

/** What the model looks at in one photo, and what the photo is known to show. */
record SeenPhoto(LaundryLabel label, PhotoFeatures features) {

    float value(int feature) {
        return features.value(feature);
    }

    float brightness() {
        return features.brightness();
    }

    float sharpness() {
        return features.sharpness();
    }
}
