package com.smartfitness.bench.gate;

import com.smartfitness.devices.FacePhoto;
import com.smartfitness.recognition.FaceDescriptor;
import com.smartfitness.recognition.FaceLimits;
import com.smartfitness.recognition.FaceModels;
import com.smartfitness.recognition.FaceReader;
import com.smartfitness.recognition.StepTimes;
import com.smartfitness.recognition.UnitVectors;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Where the templates of real faces lie. */
final class RealFaces {

    private RealFaces() {}

    /** The direction in which those of the two people point together of whom there are photos. */
    static float[] middle() throws IOException {
        try (FaceModels models = FaceModels.builtIn();
                FaceDescriptor descriptor = FaceDescriptor.builtIn()) {
            FaceReader reader = new FaceReader(models, FaceLimits.DEFAULT);
            List<float[]> templates = new ArrayList<>();
            for (FacePhoto face : List.of(FacePhoto.COLLINS, FacePhoto.HOPPER)) {
                templates.add(reader.template(
                        ImageIO.read(new ByteArrayInputStream(face.bytes())), descriptor, StepTimes.UNTOLD));
            }
            return UnitVectors.mean(templates);
        }
    }
}
