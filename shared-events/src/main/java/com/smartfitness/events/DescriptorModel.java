package com.smartfitness.events;

/**
 * A model that makes templates of the faces on photos.
 *
 * @param version names it, in its file and in the templates that it makes; those of two models are never compared
 * @param artifactUrl where the ONNX file lies in the object store of mlops-service, {@code s3://bucket/key}
 * @param sha256 of the file's bytes, in lower-case hexadecimal
 * @param threshold similarity from which two of its templates are one person's, before a rule for it is deployed, 0 to 1
 * @param margin how far the most similar one must be ahead of the second, likewise
 */
public record DescriptorModel(String version, String artifactUrl, String sha256, double threshold, double margin) {

    public DescriptorModel {
        Components.requireKey("version", version);
    }
}
