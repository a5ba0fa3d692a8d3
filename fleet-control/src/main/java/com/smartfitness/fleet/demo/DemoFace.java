package com.smartfitness.fleet.demo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A face as a camera's model would describe it, made up: a unit vector.
 *
 * @param template 32-bit floats, little-endian, in Base64
 */
public record DemoFace(String template) {

    private static final String MODEL = "arcface-512";
    private static final int DIMENSION = 512;

    /** Somebody's; no two are alike. */
    public static DemoFace anybody() {
        RandomGenerator random = RandomGenerator.getDefault();
        double[] vector = random.doubles(DIMENSION, -1, 1).toArray();
        double square = 0;
        for (double value : vector) {
            square += value * value;
        }
        ByteBuffer bytes = ByteBuffer.allocate(DIMENSION * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : vector) {
            bytes.putFloat((float) (value / Math.sqrt(square)));
        }
        return new DemoFace(Base64.getEncoder().encodeToString(bytes.array()));
    }

    /** What a gate asks with. */
    Map<String, Object> question() {
        return Map.of("modelVersion", MODEL, "template", template);
    }

    /** What a camera sends for a user who agrees. */
    Map<String, Object> enrolment() {
        Map<String, Object> enrolment = new HashMap<>(question());
        enrolment.put("consent", true);
        return enrolment;
    }
}
