package com.smartfitness.bench.gate;

import com.smartfitness.devices.Face;
import com.smartfitness.devices.MadeUpFaces;
import com.smartfitness.devices.SigningDevice;
import com.smartfitness.testing.tokens.TestTokens;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

    HttpRequest enrolment(URI at, int person, SigningDevice camera, TestTokens tokens) {
        String path = "/api/v1/faces/me";
        byte[] body = bytes(Face.of(faces.get(person)).enrolment());
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
        return bytes(Face.of(isEnrolled(number) ? made.again(face, SIMILARITY) : made.anybody())
                .question());
    }

    /** Whether the one whom a question is about is enrolled: nine in ten are. */
    static boolean isEnrolled(int number) {
        return number % 10 != 0;
    }

    private static String id(int person) {
        return "U-bench-" + person;
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
