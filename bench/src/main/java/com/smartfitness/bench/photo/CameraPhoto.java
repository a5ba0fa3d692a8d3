package com.smartfitness.bench.photo;

import com.smartfitness.devices.FacePhoto;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** A photo with as many pixels as a gate's camera takes. */
public final class CameraPhoto {

    private CameraPhoto() {}

    /** The photo enlarged to this width, JPEG: as much work as one that was taken so. */
    public static byte[] of(FacePhoto face, int width) throws IOException {
        BufferedImage photo = ImageIO.read(new ByteArrayInputStream(face.bytes()));
        int height = photo.getHeight() * width / photo.getWidth();
        BufferedImage large = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = large.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(photo, 0, 0, width, height, null);
        pen.dispose();
        return Jpeg.of(large, 0.9f);
    }
}
