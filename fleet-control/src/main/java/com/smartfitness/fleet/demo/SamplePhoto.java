package com.smartfitness.fleet.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** A photo of untidy laundry, drawn by the generator that the first laundry model was trained with. */
public final class SamplePhoto {

    private SamplePhoto() {}

    /** The photo, JPEG. */
    public static byte[] bytes() {
        try (InputStream photo = SamplePhoto.class.getResourceAsStream("laundry.jpg")) {
            return Objects.requireNonNull(photo).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
