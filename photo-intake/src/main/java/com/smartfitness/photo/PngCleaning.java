package com.smartfitness.photo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Copies the chunks of a PNG that its pixels and their colours are made of, and nothing behind the last one. */
final class PngCleaning {

    private static final int SIGNATURE = 8;
    private static final int AROUND_DATA = 12;
    private static final String LAST = "IEND";
    private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "IDAT", LAST, "tRNS", "gAMA", "cHRM", "sRGB");

    private PngCleaning() {}

    static ByteBuffer clean(ByteBuffer in) {
        ByteBuffer out = ByteBuffer.allocate(in.remaining());
        out.put(in.slice(0, SIGNATURE));
        in.position(SIGNATURE);
        String type = "";
        while (!type.equals(LAST)) {
            int length = in.getInt(in.position());
            ByteBuffer chunk = in.slice(in.position(), Math.addExact(length, AROUND_DATA));
            type = StandardCharsets.ISO_8859_1.decode(chunk.slice(4, 4)).toString();
            if (length < 0) {
                throw new IllegalArgumentException("A chunk of negative length");
            }
            if (NEEDED.contains(type)) {
                out.put(chunk);
            }
            in.position(in.position() + length + AROUND_DATA);
        }
        return out.flip();
    }
}
