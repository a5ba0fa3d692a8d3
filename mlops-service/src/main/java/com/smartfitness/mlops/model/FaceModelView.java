package com.smartfitness.mlops.model;

/** A model of faces that has been registered. */
record FaceModelView(String version, String sha256, int size, double threshold, double margin) {

    static FaceModelView of(RegisteredModel model) {
        return new FaceModelView(
                model.version(),
                model.sha256(),
                model.size(),
                model.threshold(),
                model.metrics().getOrDefault(RegisteredModel.MARGIN, 0.0));
    }
}
