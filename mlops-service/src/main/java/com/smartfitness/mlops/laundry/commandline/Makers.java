package com.smartfitness.mlops.laundry.commandline;

import com.smartfitness.mlops.Sha256;
import com.smartfitness.onnx.NodeSetting;
import com.smartfitness.onnx.OnnxGraph;
import com.smartfitness.onnx.OnnxModel;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that a model depends on, as lines of text that differ when it does. */
final class Makers {

    private static final String OWN = "com/smartfitness/mlops/laundry";
    private static final List<Class<?>> SHARED = List.of(OnnxGraph.class, NodeSetting.class, OnnxModel.class);
    private static final List<String> LIBRARIES = List.of("tribuo", "onnx");

    private Makers() {}

    static String of(Path classes) throws IOException {
        StringBuilder makers = new StringBuilder(Runtime.version() + "\n" + libraries() + "\n");
        try (Stream<Path> files = Files.walk(classes.resolve(OWN))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                append(classes.relativize(file).toString(), Files.readAllBytes(file), makers);
            }
        }
        for (Class<?> type : SHARED) {
            try (InputStream file = type.getResourceAsStream(type.getSimpleName() + ".class")) {
                append(type.getName(), Objects.requireNonNull(file).readAllBytes(), makers);
            }
        }
        return makers.toString();
    }

    private static void append(String name, byte[] content, StringBuilder makers) {
        makers.append(name).append(' ').append(Sha256.of(content)).append('\n');
    }

    private static String libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).getFileName().toString())
                .filter(entry -> LIBRARIES.stream().anyMatch(entry::contains))
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
