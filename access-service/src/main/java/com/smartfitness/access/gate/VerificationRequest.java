package com.smartfitness.access.gate;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;

@SuppressWarnings("ArrayRecordComponent") // never compared
record VerificationRequest(
        @Schema(example = "arcface-512") @NotBlank @Size(max = 50) String modelVersion,

        @Schema(description = "32-bit floats, little-endian, of a unit vector, in Base64") @NotNull byte[] template) {

    void forget() {
        Arrays.fill(template, (byte) 0);
    }

    @Override
    public String toString() {
        return "VerificationRequest[" + modelVersion + "]"; // never the template
    }
}
