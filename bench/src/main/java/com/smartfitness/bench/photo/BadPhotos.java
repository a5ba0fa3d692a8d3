package com.smartfitness.bench.photo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** What must be refused at once: bombs, other formats under the name of a photo, and what is none. */
public final class BadPhotos {

    private BadPhotos() {}

    public static List<byte[]> all() throws IOException {
        return List.of(
                gif(),
                png(100_000, 100_000),
                text("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
                new byte[0],
                // Both begin like a photo: a script behind the first bytes of a JPEG, and a JPEG that is cut off.
                text("\u00ff\u00d8\u00ff/*<script>alert(1)</script>*/"),
                text("\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF\u0000"));
    }

    /** 35 bytes that claim 65,535 by 65,535 pixels. */
    private static byte[] gif() {
        return text("GIF89a\u00ff\u00ff\u00ff\u00ff\u0080\u0000\u0000\u0000\u0000\u0000\u00ff\u00ff\u00ff,"
                + "\u0000\u0000\u0000\u0000\u00ff\u00ff\u00ff\u00ff\u0000\u0002\u0001D\u0000;");
    }

    /** A whole, small PNG whose header claims other dimensions. */
    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", bytes);
        byte[] png = bytes.toByteArray();
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
        return png;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
