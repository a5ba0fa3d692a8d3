package com.smartfitness.access.face;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.springframework.stereotype.Component;

/** Reads templates as devices send them: 32-bit floats, little-endian, of a unit vector. */
@Component
public class Templates {

    /** What rounding to floats, or to half precision before, does to the length of a unit vector. */
    private static final double TOLERANCE = 0.01;

    private final FaceProperties properties;

    Templates(FaceProperties properties) {
        this.properties = properties;
    }

    /**
     * The template.
     *
     * @throws InvalidTemplateException where it cannot be one of this model
     */
    public FaceTemplate read(String model, byte[] bytes) {
        Integer dimension = properties.models().get(model);
        if (dimension == null) {
            throw InvalidTemplateException.unknownModel(properties.models().keySet());
        }
        if (bytes.length != dimension * Float.BYTES) {
            throw InvalidTemplateException.dimension(dimension, bytes.length);
        }
        float[] template = new float[dimension];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(template);
        double square = 0;
        for (float value : template) {
            square += (double) value * value;
        }
        // Neither NaN nor an infinity passes.
        if (!(Math.abs(Math.sqrt(square) - 1) <= TOLERANCE)) {
            throw InvalidTemplateException.notNormalised();
        }
        return new FaceTemplate(model, template);
    }
}
