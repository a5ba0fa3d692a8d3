package com.smartfitness.helper.site;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Photos to send in. No two are equal. */
public final class Photos {

    /** What a camera writes beside the pixels, and nobody else should read. */
    public static final String PLACE = "37.5665N 126.9780E";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Photos() {}

    public static byte[] bright() {
        return jpeg(0.9f);
    }

    public static byte[] dark() {
        return jpeg(0.1f);
    }

    /** Neither bright nor dark. */
    public static byte[] doubtful() {
        return jpeg(0.5f);
    }

    public static byte[] jpeg(float brightness) {
        return written("jpg", picture(320, 240, brightness));
    }

    public static byte[] png(int width, int height) {
        return written("png", picture(width, height, 0.9f));
    }

    /** A lossless WebP of one colour. */
    public static byte[] webp(int width, int height) {
        // Behind the dimensions: no alpha, version 0, no transform, no cache, one group of five codes of one symbol
        // each.
        ByteBuffer data = ByteBuffer.allocate(14).order(ByteOrder.LITTLE_ENDIAN);
        data.put((byte) 0x2F).putInt((width - 1) | (height - 1) << 14);
        data.put(new byte[] {0x10, 0x07, 0x10, 0x11, 0x11, (byte) 0x88, (byte) 0x88, (byte) 0xFE, 0x07});
        return riff("VP8L", data.array());
    }

    /** A PNG of 64 by 64 pixels whose header claims others. */
    public static byte[] claiming(int width, int height) {
        byte[] png = png(64, 64);
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
        return png;
    }

    /** 35 bytes that claim 65,535 by 65,535 pixels. */
    public static byte[] gifBomb() {
        return ("GIF89a\u00ff\u00ff\u00ff\u00ff\u0080\0\0\0\0\0\u00ff\u00ff\u00ff,"
                        + "\0\0\0\0\u00ff\u00ff\u00ff\u00ff\0\2\1D\0;")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** With Exif that says where the photo was taken and that it lies on its side, and with a comment. */
    public static byte[] withPlace(byte[] jpeg) {
        byte[] place = PLACE.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer exif = ByteBuffer.allocate(64);
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) 6).putShort((short) 0).putInt(0).put(place);
        return inserted(jpeg, 2, segment(0xE1, exif.array()), segment(0xFE, place));
    }

    /** One file after the other. */
    public static byte[] followedBy(byte[] photo, byte[] rest) {
        return inserted(photo, photo.length, rest);
    }

    public static byte[] inserted(byte[] file, int at, byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, at);
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        out.write(file, at, file.length - at);
        return out.toByteArray();
    }

    public static byte[] riff(String chunk, byte[] data) {
        return ByteBuffer.allocate(20 + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(12 + data.length)
                .put("WEBP".getBytes(StandardCharsets.US_ASCII))
                .put(chunk.getBytes(StandardCharsets.US_ASCII))
                .putInt(data.length)
                .put(data)
                .array();
    }

    public static byte[] segment(int marker, byte[] content) {
        return ByteBuffer.allocate(4 + content.length)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (2 + content.length))
                .put(content)
                .array();
    }

    private static BufferedImage picture(int width, int height, float brightness) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(new Color(brightness, brightness, brightness));
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.GRAY);
        graphics.drawString("no. " + NUMBER.incrementAndGet(), 4, 20);
        graphics.dispose();
        return picture;
    }

    private static byte[] written(String format, BufferedImage picture) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
