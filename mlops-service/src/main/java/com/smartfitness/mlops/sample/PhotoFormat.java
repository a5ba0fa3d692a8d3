package com.smartfitness.mlops.sample;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The formats that photos come in, told by how the bytes begin. */
enum PhotoFormat {
    JPEG("image/jpeg", "\u00ff\u00d8\u00ff", ""),
    PNG("image/png", "\u0089PNG\r\n\u001a\n", ""),
    WEBP("image/webp", "RIFF", "WEBP");

    private static final int AFTER_LENGTH = 8;

    private final String contentType;
    private final String beginning;
    private final String name;

    /**
     * @param beginning the first bytes, one a character
     * @param name what follows behind the length of the file
     */
    PhotoFormat(String contentType, String beginning, String name) {
        this.contentType = contentType;
        this.beginning = beginning;
        this.name = name;
    }

    /** Empty where the bytes are none of these. */
    static Optional<PhotoFormat> of(byte[] photo) {
        String head = new String(photo, 0, Math.min(photo.length, 16), StandardCharsets.ISO_8859_1);
        return Arrays.stream(values())
                .filter(format -> head.startsWith(format.beginning)
                        && (format.name.isEmpty() || head.startsWith(format.name, AFTER_LENGTH)))
                .findFirst();
    }

    String contentType() {
        return contentType;
    }
}
