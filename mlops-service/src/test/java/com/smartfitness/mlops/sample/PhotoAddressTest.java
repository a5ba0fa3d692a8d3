package com.smartfitness.mlops.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoAddressTest {

    @Test
    void readsKeysOfTheBucket() {
        assertThat(PhotoAddress.keyIn("helper-photos", "s3://helper-photos/2026/01/T-1.jpg"))
                .hasValue("2026/01/T-1.jpg");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "s3://...",
                "s3://helper-photos",
                "s3://helper-photos/",
                "s3://helper-photos//a.jpg",
                "s3://helper-photos/../mlops-models/a.onnx",
                "s3://helper-photos/a/../../b",
                "s3://helper-photos/a/./b",
                "s3://helper-photos/a/",
                "s3://helper-photos/a?versionId=1",
                "s3://helper-photos/a%2Fb",
                "s3://helper-photos@elsewhere/a.jpg",
                "s3://helper-photos.elsewhere/a.jpg",
                "s3://elsewhere/helper-photos/a.jpg",
                "S3://helper-photos/a.jpg",
                "http://helper-photos/a.jpg",
                "file:///etc/passwd",
                "s3://helper-photos/a.jpg\n",
                " s3://helper-photos/a.jpg"
            })
    void refusesEverythingElse(String url) {
        assertThat(PhotoAddress.keyIn("helper-photos", url)).isEmpty();
    }
}
