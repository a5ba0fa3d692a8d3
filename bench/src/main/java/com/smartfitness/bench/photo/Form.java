package com.smartfitness.bench.photo;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Uploads as an app sends them. */
public final class Form {

    private static final String BOUNDARY = "photo-of-laundry";

    private Form() {}

    /** A request that sends in a photo under the name of a JPEG. */
    public static HttpRequest upload(URI fleet, String token, byte[] photo) {
        String head = """
                --%s\r
                Content-Disposition: form-data; name="photo"; filename="laundry.jpg"\r
                Content-Type: image/jpeg\r
                \r
                """.formatted(BOUNDARY);
        String tail = "\r\n--%s--\r\n".formatted(BOUNDARY);
        return HttpRequest.newBuilder(fleet.resolve("/api/v1/tasks"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArrays(
                        List.of(head.getBytes(StandardCharsets.UTF_8), photo, tail.getBytes(StandardCharsets.UTF_8))))
                .build();
    }
}
