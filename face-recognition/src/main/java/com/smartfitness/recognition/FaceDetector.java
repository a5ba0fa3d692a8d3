package com.smartfitness.recognition;

import com.smartfitness.onnx.OnnxModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds faces: {@code image} of 416 by 416 pixels to {@code boxes} (centre and size against the side) and {@code scores}. */
final class FaceDetector {

    static final int SIDE = 416;

    /** Two that share more than this are the same face. */
    private static final double SAME = 0.4;

    private final OnnxModel model;

    FaceDetector(OnnxModel model) {
        this.model = model;
    }

    /**
     * The faces, the most certain first.
     *
     * @param least score
     */
    List<FoundFace> faces(Picture picture, double least) {
        // Up to the longer side, from the upper left: what is beyond the shorter one is black, as it was in training.
        double side = Math.max(picture.width(), picture.height());
        return faces(picture.seen(new Square(side / 2, side / 2, side, 0), SIDE), side, least);
    }

    List<FoundFace> faces(float[] image, double side, double least) {
        OnnxModel.Outputs outputs = model.run(image);
        float[] boxes = outputs.of("boxes");
        float[] scores = outputs.of("scores");
        List<FoundFace> candidates = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] >= least) {
                double width = boxes[4 * i + 2] * side;
                double height = boxes[4 * i + 3] * side;
                candidates.add(new FoundFace(
                        boxes[4 * i] * side - width / 2,
                        boxes[4 * i + 1] * side - height / 2,
                        width,
                        height,
                        scores[i]));
            }
        }
        return distinct(candidates);
    }

    private static List<FoundFace> distinct(List<FoundFace> candidates) {
        candidates.sort(Comparator.comparingDouble(FoundFace::score).reversed());
        List<FoundFace> faces = new ArrayList<>();
        for (FoundFace candidate : candidates) {
            if (faces.stream().noneMatch(face -> face.overlap(candidate) > SAME)) {
                faces.add(candidate);
            }
        }
        return faces;
    }
}
