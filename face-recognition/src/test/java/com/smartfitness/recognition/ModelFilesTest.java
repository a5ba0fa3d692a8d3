package com.smartfitness.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFilesTest {

    @ParameterizedTest
    @ValueSource(strings = {"detector.onnx", "landmarks.onnx", "descriptor.onnx"})
    void haveTheDigestsThatTheReadmeNames(String name) throws Exception {
        try (InputStream file = FaceModels.class.getResourceAsStream(name)) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(file.readAllBytes());

            assertThat(Files.readString(Path.of("README.md")))
                    .contains("| `%s` | `%s` |".formatted(name, HexFormat.of().formatHex(digest)));
        }
    }
}
