package com.smartfitness.mlops.laundry;

import com.smartfitness.mlops.onnx.OnnxModel;

/** What the model looks at in one photo, and what the photo is known to show. */
final class SeenPhoto {

    private final LaundryLabel label;
    private final float[] values;
    private final float brightness;
    private final float sharpness;

    /** @param outputs of the features' graph, by the names that {@link FeatureExtractor} gave them */
    SeenPhoto(LaundryLabel label, OnnxModel.Outputs outputs) {
        this.label = label;
        this.values = outputs.of(FeatureExtractor.VALUES);
        this.brightness = outputs.of(FeatureExtractor.BRIGHTNESS)[0];
        this.sharpness = outputs.of(FeatureExtractor.SHARPNESS)[0];
    }

    LaundryLabel label() {
        return label;
    }

    float value(int feature) {
        return values[feature];
    }

    float brightness() {
        return brightness;
    }

    float sharpness() {
        return sharpness;
    }
}
