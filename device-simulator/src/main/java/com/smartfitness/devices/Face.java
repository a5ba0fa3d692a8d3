package com.smartfitness.devices;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;

/** A face as a camera's model describes it, and what devices send of it. */
public final class Face {

    private static final String MODEL = "arcface-512";
    private static final int DIMENSION = 512;

    private final String model;

    /** 32-bit floats, little-endian, in Base64. */
    private final String template;

    private Face(String model, String template) {
        this.model = model;
        this.template = template;
    }

    /** Somebody's, made up; no two are alike. */
    public static Face anybody() {
        return of(new MadeUpFaces(DIMENSION, ThreadLocalRandom.current().nextLong()).anybody());
    }

    /** The one whose vector, of length 1, is given. */
    public static Face of(float[] vector) {
        return of(MODEL, vector);
    }

    /** The same of another model than cameras have. */
    public static Face of(String model, float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return new Face(model, Base64.getEncoder().encodeToString(bytes.array()));
    }

    /** What a gate asks with, JSON. */
    public String question() {
        return body("");
    }

    /** What a camera sends for a user who agrees to it, JSON. */
    public String enrolment() {
        return body(",\"consent\":true");
    }

    private String body(String more) {
        return "{\"modelVersion\":\"%s\",\"template\":\"%s\"%s}".formatted(model, template, more);
    }
}
