package com.smartfitness.photo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Copies the chunks of a still WebP (RFC 9649) that its pixels are made of, and nothing behind the container. */
final class WebpCleaning {

    private static final int HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int ALPHA = 0x10;
    private static final int ANIMATION = 0x02;

    private WebpCleaning() {}

    static ByteBuffer clean(ByteBuffer file) {
        ByteBuffer whole = file.order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer in =
                whole.slice(0, Math.addExact(whole.getInt(4), CHUNK_HEADER)).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer out = ByteBuffer.allocate(in.remaining()).order(ByteOrder.LITTLE_ENDIAN);
        out.put(in.slice(0, HEADER));
        in.position(HEADER);
        while (in.hasRemaining()) {
            int length = in.getInt(in.position() + 4);
            int padded = Math.addExact(length, length & 1);
            ByteBuffer chunk = in.slice(in.position(), Math.addExact(padded, CHUNK_HEADER));
            String type = StandardCharsets.ISO_8859_1.decode(chunk.slice(0, 4)).toString();
            switch (type) {
                case "VP8 ", "VP8L", "ALPH" -> out.put(chunk);
                case "VP8X" -> putExtended(chunk, out);
                default -> {
                    // Exif, XMP, colour profiles, frames of animations, and what nobody knows.
                }
            }
            in.position(in.position() + padded + CHUNK_HEADER);
        }
        out.putInt(4, out.position() - CHUNK_HEADER);
        return out.flip();
    }

    private static void putExtended(ByteBuffer chunk, ByteBuffer out) {
        int flags = chunk.get(CHUNK_HEADER);
        if ((flags & ANIMATION) != 0) {
            throw new IllegalArgumentException("A photo does not move");
        }
        int at = out.position() + CHUNK_HEADER;
        out.put(chunk);
        // What is left out must not be announced.
        out.put(at, (byte) (flags & ALPHA));
    }
}
