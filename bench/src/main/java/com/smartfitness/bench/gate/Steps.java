package com.smartfitness.bench.gate;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where access-service says that the time of its last verifications went, as it tells Prometheus. */
public final class Steps {

    private static final Map<String, String> TEMPLATES = Map.of(
            "device.proof", "device_proof_seconds{",
            "search", "gate_verification_seconds{step=\"search\",",
            "sign", "gate_verification_seconds{step=\"sign\",",
            "record, with disk", "gate_verification_seconds{step=\"record\",");
    private static final List<String> OF_A_PHOTO = List.of("decode", "detect", "align", "embed");

    private Steps() {}

    /**
     * The time of one step.
     *
     * @param p50 milliseconds
     * @param p99 milliseconds
     */
    public record Step(double p50, double p99) {}

    static Map<String, Step> ofTemplates(HttpClient client, URI access) throws IOException, InterruptedException {
        return of(TEMPLATES, client, access);
    }

    /** Those of photos come first. */
    static Map<String, Step> ofPhotos(HttpClient client, URI access) throws IOException, InterruptedException {
        Map<String, String> meters = new LinkedHashMap<>();
        OF_A_PHOTO.forEach(step -> meters.put(step, "face_photo_seconds{step=\"%s\",".formatted(step)));
        meters.putAll(TEMPLATES);
        return of(meters, client, access);
    }

    private static Map<String, Step> of(Map<String, String> meters, HttpClient client, URI access)
            throws IOException, InterruptedException {
        String text = client.send(
                        HttpRequest.newBuilder(access.resolve("/actuator/prometheus"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        Map<String, Step> steps = new LinkedHashMap<>();
        meters.forEach(
                (name, meter) -> steps.put(name, new Step(millis(text, meter, "0.5"), millis(text, meter, "0.99"))));
        return steps;
    }

    private static double millis(String text, String meter, String quantile) {
        Matcher line = Pattern.compile(Pattern.quote(meter + "quantile=\"" + quantile + "\"}") + " (\\S+)")
                .matcher(text);
        return line.find() ? Double.parseDouble(line.group(1)) * 1_000 : Double.NaN;
    }
}
