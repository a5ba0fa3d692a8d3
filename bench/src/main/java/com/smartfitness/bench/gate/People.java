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
import java.util.function.Supplier;

/** Users with faces that are made up as those of a model are distributed. */
final class People {

    private final List<float[]> faces = new ArrayList<>();
    private final String model;
    private final MadeUpFaces made;
    private final Supplier<float[]> anybody;
    private final double similarity;

    private People(int number, String model, MadeUpFaces made, Supplier<float[]> anybody, double similarity) {
        this.model = model;
        this.made = made;
        this.anybody = anybody;
        this.similarity = similarity;
        for (int i = 0; i < number; i++) {
            faces.add(anybody.get());
        }
    }

    /** Uniformly distributed over the sphere, which is as far apart as faces can be; photos of one person are 0.8 alike. */
    static People farApart(int number) {
        MadeUpFaces made = new MadeUpFaces(512, 17);
        return new People(number, "arcface-512", made, made::anybody, 0.8);
    }

    /**
     * As close together as model resnet-128 sees people: unlike ones are 0.8 alike, and photos of one person 0.96.
     *
     * @param middle of real faces, of length 1
     */
    static People alike(int number, float[] middle) {
        MadeUpFaces made = new MadeUpFaces(middle.length, 17);
        return new People(number, "resnet-128", made, () -> made.again(middle, Math.sqrt(0.8)), 0.96);
    }

    List<String> ids() {
        return java.util.stream.IntStream.range(0, faces.size())
                .mapToObj(People::id)
                .toList();
    }

    HttpRequest enrolment(URI at, int person, SigningDevice camera, TestTokens tokens) {
        String path = "/api/v1/faces/me";
        byte[] body = bytes(Face.of(model, faces.get(person)).enrolment());
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
        return bytes(Face.of(model, isEnrolled(number) ? made.again(face, similarity) : anybody.get())
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
