package com.smartfitness.bench.gate;

import com.smartfitness.testing.faces.MadeUpFaces;
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

/** Users with faces, uniformly distributed over the sphere, which is as far apart as faces can be. */
final class People {

    /** Of another photo of the same person. */
    private static final double SIMILARITY = 0.8;

    private final List<float[]> faces = new ArrayList<>();
    private final MadeUpFaces made;

    People(int number, int dimension) {
        made = new MadeUpFaces(dimension, 17);
        for (int i = 0; i < number; i++) {
            faces.add(made.anybody());
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

    /** What a gate asks when somebody stands before it. */
    byte[] question(int number) {
        float[] face = faces.get((int) (number * 7919L % faces.size()));
        return body(isEnrolled(number) ? made.again(face, SIMILARITY) : made.anybody(), "");
    }

    /** Whether the one whom a question is about is enrolled: nine in ten are. */
    static boolean isEnrolled(int number) {
        return number % 10 != 0;
    }

    private static String id(int person) {
        return "U-bench-" + person;
    }

    private static byte[] body(float[] face, String more) {
        ByteBuffer bytes = ByteBuffer.allocate(face.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(face);
        return "{\"modelVersion\":\"arcface-512\",\"template\":\"%s\"%s}"
                .formatted(Base64.getEncoder().encodeToString(bytes.array()), more)
                .getBytes(StandardCharsets.UTF_8);
    }
}
