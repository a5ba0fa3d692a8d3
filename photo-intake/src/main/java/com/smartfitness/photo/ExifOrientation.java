package com.smartfitness.photo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The one entry of Exif (2.32, 4.6.4) that is needed to show a photo. */
public final class ExifOrientation {

    static final int UPRIGHT = 1;

    /** Marker and all. */
    static final int SEGMENT_LENGTH = 36;

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY_LENGTH = 12;

    private ExifOrientation() {}

    /** Reads the content of an APP1 segment; what cannot be read is upright. */
    public static int of(ByteBuffer content) {
        try {
            byte[] name = new byte[EXIF.length];
            content.get(name);
            return Arrays.equals(name, EXIF) ? ofTiff(content.slice()) : UPRIGHT;
        } catch (RuntimeException broken) {
            return UPRIGHT;
        }
    }

    private static int ofTiff(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY_LENGTH;
            if (tiff.getShort(entry) == ORIENTATION && tiff.getShort(entry + 2) == SHORT) {
                int value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** An APP1 segment that says this alone, behind its marker. */
    static byte[] segment(int orientation) {
        return ByteBuffer.allocate(SEGMENT_LENGTH - 2)
                .putShort((short) (SEGMENT_LENGTH - 2))
                .put(EXIF)
                .put((byte) 'M')
                .put((byte) 'M')
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) ORIENTATION)
                .putShort((short) SHORT)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }
}
