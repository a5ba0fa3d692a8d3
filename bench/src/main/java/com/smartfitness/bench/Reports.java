package com.smartfitness.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Where reports, logs and recordings are left: {@code bench/target/reports}. */
final class Reports {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Reports() {}

    static Path folder() {
        try {
            Path code = Path.of(Reports.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.createDirectories(code.resolveSibling("reports"));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Prints a report, and leaves it behind as JSON. */
    static void tell(String name, String text, Object report) {
        System.out.println(text);
        Path file = folder().resolve(name + ".json");
        JSON.writeValue(file, report);
        System.out.println("as JSON: " + file + "\n");
    }
}
