package com.smartfitness.photo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The formats that are taken, told by content and never by name. */
enum PhotoFormat {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    WEBP("image/webp", "webp");

    private final String mediaType;
    private final String extension;

    PhotoFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    static Optional<PhotoFormat> of(byte[] file) {
        String start = new String(file, 0, Math.min(file.length, 12), StandardCharsets.ISO_8859_1);
        return Arrays.stream(values()).filter(format -> format.begins(start)).findFirst();
    }

    String mediaType() {
        return mediaType;
    }

    String extension() {
        return extension;
    }

    /**
     * The same picture, pixel by pixel, without anything that is not needed to show it.
     *
     * @throws RuntimeException of the buffer where the file is cut off or its parts do not fit together
     */
    byte[] cleaned(byte[] file) {
        ByteBuffer whole = ByteBuffer.wrap(file);
        ByteBuffer cleaned = switch (this) {
            case JPEG -> JpegCleaning.clean(whole);
            case PNG -> PngCleaning.clean(whole);
            case WEBP -> WebpCleaning.clean(whole);
        };
        byte[] bytes = new byte[cleaned.remaining()];
        cleaned.get(bytes);
        return bytes;
    }

    private boolean begins(String start) {
        return switch (this) {
            case JPEG -> start.startsWith("\u00FF\u00D8\u00FF");
            case PNG -> start.startsWith("\u0089PNG\r\n\u001A\n");
            case WEBP -> start.startsWith("RIFF") && start.startsWith("WEBP", 8);
        };
    }
}
