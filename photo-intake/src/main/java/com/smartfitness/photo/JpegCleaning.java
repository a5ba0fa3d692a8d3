package com.smartfitness.photo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Copies of a JPEG what its pixels are made of (ITU-T T.81, annex B), and leaves out comments, all application data but
 * what the colours mean, and whatever follows the end of the picture. How it is to be turned is kept: phones write that
 * beside the place where it was taken.
 */
final class JpegCleaning {

    private static final int SOF0 = 0xC0;
    private static final int JPG = 0xC8;
    private static final int RST0 = 0xD0;
    private static final int RST7 = 0xD7;
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int DHP = 0xDE;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP14 = 0xEE;
    private static final int JFIF_LENGTH = 16;

    private final ByteBuffer in;
    private final ByteBuffer out;
    private boolean turned;
    private boolean scanned;

    private JpegCleaning(ByteBuffer in) {
        this.in = in;
        this.out = ByteBuffer.allocate(in.remaining() + ExifOrientation.SEGMENT_LENGTH);
    }

    static ByteBuffer clean(ByteBuffer file) {
        return new JpegCleaning(file).copied();
    }

    private ByteBuffer copied() {
        in.position(2);
        put(SOI);
        for (int marker = nextMarker(); marker != EOI; marker = nextMarker()) {
            int length = in.getShort(in.position()) & 0xFFFF;
            if (length < 2) {
                throw new IllegalArgumentException("A segment that does not hold its own length");
            }
            ByteBuffer segment = in.slice(in.position(), length);
            in.position(in.position() + length);
            if (marker == APP1 && !turned) {
                turn(ExifOrientation.of(segment.position(2)));
            } else if (marker == APP0 && isNamed("JFIF\0", segment)) {
                put(marker);
                putWithoutThumbnail(segment);
            } else if (isNeeded(marker) || (marker == APP14 && length == 14 && isNamed("Adobe", segment))) {
                put(marker);
                out.put(segment);
            }
            if (marker == SOS) {
                scanned = true;
                copyScan();
            }
        }
        if (!scanned) {
            throw new IllegalArgumentException("No picture before the end");
        }
        put(EOI);
        return out.flip();
    }

    private int nextMarker() {
        if (in.get() != (byte) 0xFF) {
            throw new IllegalArgumentException("No marker where one must be");
        }
        int marker = in.get() & 0xFF;
        while (marker == 0xFF) {
            marker = in.get() & 0xFF;
        }
        return marker;
    }

    private static boolean isNeeded(int marker) {
        return (marker >= SOF0 && marker < RST0 && marker != JPG) || (marker >= SOS && marker < DHP);
    }

    private static boolean isNamed(String name, ByteBuffer segment) {
        return segment.remaining() >= 2 + name.length()
                && StandardCharsets.ISO_8859_1
                        .decode(segment.slice(2, name.length()))
                        .toString()
                        .equals(name);
    }

    /** It says that the colours are YCbCr, whatever the components are called. */
    private void putWithoutThumbnail(ByteBuffer jfif) {
        out.putShort((short) JFIF_LENGTH)
                .put(jfif.slice(2, JFIF_LENGTH - 4))
                .put((byte) 0)
                .put((byte) 0);
    }

    private void turn(int orientation) {
        if (orientation != ExifOrientation.UPRIGHT) {
            turned = true;
            put(APP1);
            out.put(ExifOrientation.segment(orientation));
        }
    }

    /** Up to the marker behind the coded data, in which 0xFF is followed by zero or by a restart. */
    private void copyScan() {
        int start = in.position();
        int at = start;
        while (in.get(at) != (byte) 0xFF || staysInScan(in.get(at + 1) & 0xFF)) {
            at++;
        }
        out.put(in.slice(start, at - start));
        in.position(at);
    }

    private static boolean staysInScan(int afterMark) {
        return afterMark == 0 || (afterMark >= RST0 && afterMark <= RST7);
    }

    private void put(int marker) {
        out.put((byte) 0xFF).put((byte) marker);
    }
}
