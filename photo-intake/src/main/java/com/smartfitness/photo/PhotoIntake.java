package com.smartfitness.photo;

import java.awt.image.SampleModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decides whether what was sent in is a photo. Reads headers alone: nothing is decoded while somebody waits. */
public class PhotoIntake {

    private static final int CHANNELS_IF_UNTOLD = 3;

    private final PhotoProperties properties;

    /** Looks for the readers at once, on the thread whose class loader knows them. */
    public PhotoIntake(PhotoProperties properties) {
        this.properties = properties;
        for (PhotoFormat format : PhotoFormat.values()) {
            if (!ImageIO.getImageReadersByFormatName(format.name()).hasNext()) {
                throw new IllegalStateException("Nothing reads photos in " + format);
            }
        }
    }

    /**
     * The photo without metadata.
     *
     * @throws PhotoNotAcceptedException where it is none, is broken, or is too large or too small
     */
    public CleanPhoto accept(byte[] file) {
        if (file.length > properties.maxSize().toBytes()) {
            throw PhotoNotAcceptedException.tooLarge(properties.maxSize());
        }
        PhotoFormat format = PhotoFormat.of(file).orElseThrow(PhotoNotAcceptedException::unknownFormat);
        byte[] cleaned;
        try {
            cleaned = format.cleaned(file);
        } catch (RuntimeException broken) {
            throw PhotoNotAcceptedException.unreadable();
        }
        requireSensibleDimensions(format, cleaned);
        return new CleanPhoto(format, cleaned);
    }

    private void requireSensibleDimensions(PhotoFormat format, byte[] file) {
        int width;
        int height;
        long pixelSize;
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.name()).next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input, true, true);
            width = reader.getWidth(0);
            height = reader.getHeight(0);
            pixelSize = pixelSize(reader);
        } catch (IOException | RuntimeException broken) {
            throw PhotoNotAcceptedException.unreadable();
        } finally {
            reader.dispose();
        }
        long pixels = (long) width * height;
        if (Math.min(width, height) < properties.minSide()
                || Math.max(width, height) > properties.maxSide()
                || pixels > properties.maxPixels()
                || pixels * pixelSize > properties.maxDecodedSize().toBytes()) {
            throw PhotoNotAcceptedException.dimensions(width, height, properties);
        }
    }

    private static long pixelSize(ImageReader reader) throws IOException {
        ImageTypeSpecifier type = reader.getRawImageType(0);
        if (type == null) {
            return CHANNELS_IF_UNTOLD;
        }
        SampleModel samples = type.getSampleModel();
        return Math.max(1, samples.getNumBands() * samples.getSampleSize(0) / Byte.SIZE);
    }
}
