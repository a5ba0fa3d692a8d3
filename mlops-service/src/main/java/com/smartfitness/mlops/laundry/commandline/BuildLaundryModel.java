package com.smartfitness.mlops.laundry.commandline;

import com.smartfitness.mlops.laundry.FirstLaundryModel;
import com.smartfitness.onnx.OnnxModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Trains the first laundry model into {@code models/laundry.onnx} below the directory of compiled classes that is
 * named, unless the model there was made by the same classes and libraries.
 */
public final class BuildLaundryModel {

    private static final Logger TRAINER = Logger.getLogger("org.tribuo");

    private BuildLaundryModel() {}

    /**
     * Makes the model where that is needed.
     *
     * @param arguments the directory of compiled classes, and a file to remember what the model was made by
     */
    public static void main(String[] arguments) throws IOException {
        Path classes = Path.of(arguments[0]);
        Path remembered = Path.of(arguments[1]);
        Path model = classes.resolve("models/laundry.onnx");
        String makers = Makers.of(classes);
        if (Files.exists(model)
                && Files.exists(remembered)
                && Files.readString(remembered).equals(makers)) {
            return;
        }
        TRAINER.setLevel(Level.WARNING);
        long start = System.nanoTime();
        byte[] file = FirstLaundryModel.make();
        Files.createDirectories(model.getParent());
        Files.write(model, file);
        Files.writeString(remembered, makers);
        try (OnnxModel made = OnnxModel.of(file)) {
            System.out.printf(
                    "Laundry model of %,d bytes in %.1f s: %s%n",
                    file.length, (System.nanoTime() - start) / 1e9, new TreeMap<>(made.metadata()));
        }
    }
}
