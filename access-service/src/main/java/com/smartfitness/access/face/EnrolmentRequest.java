package com.smartfitness.access.face;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;

@SuppressWarnings("ArrayRecordComponent") // never compared
record EnrolmentRequest(
        @Schema(example = "arcface-512") @NotBlank @Size(max = 50) String modelVersion,

        @Schema(description = "32-bit floats, little-endian, of a unit vector, in Base64") @NotNull byte[] template,

        @Schema(description = "The user agrees that the face is kept for entering, until withdrawn")
        @AssertTrue(message = "Without the user's consent no face is kept.") boolean consent) {

    void forget() {
        Arrays.fill(template, (byte) 0);
    }

    @Override
    public String toString() {
        return "EnrolmentRequest[" + modelVersion + "]"; // never the template
    }
}
