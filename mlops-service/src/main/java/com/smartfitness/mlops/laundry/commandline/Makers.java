package com.smartfitness.mlops.laundry.commandline;

import com.smartfitness.mlops.Sha256;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that a model depends on, as lines of text that differ when it does. */
final class Makers {

    private static final List<String> PACKAGES = List.of("laundry", "onnx");
    private static final List<String> LIBRARIES = List.of("tribuo", "onnx");

    private Makers() {}

    static String of(Path classes) throws IOException {
        StringBuilder makers = new StringBuilder(Runtime.version() + "\n" + libraries() + "\n");
        for (String name : PACKAGES) {
            try (Stream<Path> files =
                    Files.walk(classes.resolve("com/smartfitness/mlops").resolve(name))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    makers.append(classes.relativize(file)).append(' ');
                    makers.append(Sha256.of(Files.readAllBytes(file))).append('\n');
                }
            }
        }
        return makers.toString();
    }

    private static String libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).getFileName().toString())
                .filter(entry -> LIBRARIES.stream().anyMatch(entry::contains))
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
