package com.smartfitness.photo;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A picture that has been looked at and holds nothing but its pixels. */
public final class CleanPhoto {

    private final PhotoFormat format;
    private final byte[] bytes;
    private final String sha256;

    CleanPhoto(PhotoFormat format, byte[] bytes) {
        this.format = format;
        this.bytes = bytes;
        this.sha256 = digest(bytes);
    }

    /** SHA-256 of its bytes, in lower-case hexadecimal. */
    public String sha256() {
        return sha256;
    }

    /** For example {@code image/jpeg}. */
    public String mediaType() {
        return format.mediaType();
    }

    /** What names of such files end with, without the dot. */
    public String extension() {
        return format.extension();
    }

    PhotoFormat format() {
        return format;
    }

    /** The file; not a copy. */
    public byte[] bytes() {
        return bytes;
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
