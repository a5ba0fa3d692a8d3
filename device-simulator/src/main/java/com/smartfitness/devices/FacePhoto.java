package com.smartfitness.devices;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;

/**
 * Photos of two people, JPEG. Of neither a second one was found that is as free to use; so the one at the gate is the first
 * one cropped, turned, darker and compressed more (see NOTICE.txt beside them), which is easier than a true second photo.
 */
public enum FacePhoto {
    COLLINS,
    COLLINS_AT_THE_GATE,
    HOPPER,
    HOPPER_AT_THE_GATE;

    /** The file. */
    public byte[] bytes() {
        String name = name().toLowerCase(Locale.ROOT).replace('_', '-');
        try (InputStream photo = FacePhoto.class.getResourceAsStream("photos/%s.jpg".formatted(name))) {
            return Objects.requireNonNull(photo).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
