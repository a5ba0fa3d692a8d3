package com.smartfitness.recognition.conversion.commandline;

import com.smartfitness.recognition.conversion.ModelFiles;
import java.io.IOException;
import java.nio.file.Path;

/** Makes the models' files: {@code MakeFaceModels <unpacked @vladmandic/face-api> <folder>}. */
final class MakeFaceModels {

    private MakeFaceModels() {}

    public static void main(String[] arguments) throws IOException {
        ModelFiles.make(Path.of(arguments[0]), Path.of(arguments[1]));
    }
}
