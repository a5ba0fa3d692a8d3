package com.smartfitness.bench.gate;

import com.smartfitness.testing.tokens.TestDevice;
import com.smartfitness.testing.tokens.TestTokens;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/** Users with faces, uniformly distributed over the sphere, which is as far apart as faces can be. */
final class People {

    /** Of another photo of the same person. */
    private static final double SIMILARITY = 0.8;

    private final List<float[]> faces = new ArrayList<>();
    private final Random random = new Random(17);

    People(int number, int dimension) {
        for (int i = 0; i < number; i++) {
            faces.add(somebody(dimension));
        }
    }

    List<String> ids() {
        return java.util.stream.IntStream.range(0, faces.size())
                .mapToObj(People::id)
                .toList();
    }

    HttpRequest enrolment(URI at, int person, TestDevice camera, TestTokens tokens) {
        String path = "/api/v1/faces/me";
        byte[] body = body(faces.get(person), ",\"consent\":true");
        return HttpRequest.newBuilder(at.resolve(path))
                .header("Content-Type", "application/json")
                .header("Authorization", tokens.bearer(id(person), "CUSTOMER"))
                .header("Device-Proof", camera.proof("PUT", path, body))
                .PUT(BodyPublishers.ofByteArray(body))
                .build();
    }

    /** What a gate asks when somebody stands before it: nine in ten are enrolled. */
    byte[] question() {
        float[] face = faces.get(random.nextInt(faces.size()));
        float[] other = somebody(face.length);
        float[] seen = other;
        if (random.nextInt(10) > 0) {
            double noise = Math.sqrt(1 - SIMILARITY * SIMILARITY);
            for (int d = 0; d < face.length; d++) {
                seen[d] = (float) (SIMILARITY * face[d] + noise * other[d]);
            }
        }
        return body(normalised(seen), "");
    }

    private static String id(int person) {
        return "U-bench-" + person;
    }

    private float[] somebody(int dimension) {
        float[] face = new float[dimension];
        for (int d = 0; d < dimension; d++) {
            face[d] = (float) random.nextGaussian();
        }
        return normalised(face);
    }

    private static float[] normalised(float[] vector) {
        double square = 0;
        for (float value : vector) {
            square += (double) value * value;
        }
        for (int d = 0; d < vector.length; d++) {
            vector[d] = (float) (vector[d] / Math.sqrt(square));
        }
        return vector;
    }

    private static byte[] body(float[] face, String more) {
        ByteBuffer bytes = ByteBuffer.allocate(face.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(face);
        return "{\"modelVersion\":\"arcface-512\",\"template\":\"%s\"%s}"
                .formatted(Base64.getEncoder().encodeToString(bytes.array()), more)
                .getBytes(StandardCharsets.UTF_8);
    }
}
