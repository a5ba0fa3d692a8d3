package com.smartfitness.bench.photo;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Uploads as an app sends them. */
public final class Form {

    private static final String BOUNDARY = "photo-of-something";
    private static final String CONSENT = """
            --%s\r
            Content-Disposition: form-data; name="consent"\r
            \r
            true\r
            """.formatted(BOUNDARY);

    private Form() {}

    /** A request that sends in a photo of laundry under the name of a JPEG. */
    public static HttpRequest upload(URI fleet, String token, byte[] photo) {
        return request(fleet.resolve("/api/v1/tasks"), "Bearer " + token, "", "photo", photo);
    }

    /** A request that enrols the face on a photo. */
    public static HttpRequest face(URI access, String authorization, byte[] photo) {
        return request(access.resolve("/api/v1/faces/me"), authorization, CONSENT, "photos", photo);
    }

    private static HttpRequest request(URI uri, String authorization, String fields, String part, byte[] photo) {
        String head = fields + """
                --%s\r
                Content-Disposition: form-data; name="%s"; filename="photo.jpg"\r
                Content-Type: image/jpeg\r
                \r
                """.formatted(BOUNDARY, part);
        String tail = "\r\n--%s--\r\n".formatted(BOUNDARY);
        return HttpRequest.newBuilder(uri)
                .header("Authorization", authorization)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArrays(
                        List.of(head.getBytes(StandardCharsets.UTF_8), photo, tail.getBytes(StandardCharsets.UTF_8))))
                .build();
    }
}
