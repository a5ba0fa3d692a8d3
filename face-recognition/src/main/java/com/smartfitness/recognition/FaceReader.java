package com.smartfitness.recognition;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** From a photo to the template of the one face that is meant. Threads may share it. */
public final class FaceReader {

    private final FaceDetector detector;
    private final FaceAligner aligner;
    private final FaceEmbedder embedder;
    private final FaceLimits limits;

    public FaceReader(FaceModels models, FaceLimits limits) {
        this.detector = models.detector();
        this.aligner = models.aligner();
        this.embedder = models.embedder();
        this.limits = limits;
    }

    /**
     * The template of the face, a vector of length 1. Nothing else of the photo is kept.
     *
     * @param photo upright
     * @param times told how long each step takes
     * @throws UnusableFaceException where there is no such face, or it is not good enough
     */
    public float[] template(BufferedImage photo, StepTimes times) {
        try (Picture picture = Picture.of(photo)) {
            FoundFace face = dominant(times.of(Step.DETECT, () -> detector.faces(picture, limits.score())));
            float[] aligned = times.of(Step.ALIGN, () -> aligned(picture, face));
            try {
                requireQuality(FaceQuality.of(aligned, embedder.side()));
                return times.of(Step.EMBED, () -> embedder.template(aligned));
            } finally {
                Arrays.fill(aligned, 0);
            }
        }
    }

    private float[] aligned(Picture picture, FoundFace face) {
        Square square = aligner.aligned(picture, face);
        if (square.side() < limits.side()) {
            throw new UnusableFaceException(FaceFlaw.TOO_SMALL);
        }
        return picture.seen(square, embedder.side());
    }

    private FoundFace dominant(List<FoundFace> faces) {
        List<FoundFace> largestFirst = faces.stream()
                .sorted(Comparator.comparingDouble(FoundFace::area).reversed())
                .toList();
        if (largestFirst.isEmpty()) {
            throw new UnusableFaceException(FaceFlaw.NO_FACE);
        }
        FoundFace largest = largestFirst.getFirst();
        if (largestFirst.size() > 1
                && largest.area() < limits.dominance() * largestFirst.get(1).area()) {
            throw new UnusableFaceException(FaceFlaw.SEVERAL_FACES);
        }
        return largest;
    }

    private void requireQuality(FaceQuality quality) {
        if (quality.brightness() < limits.brightness()) {
            throw new UnusableFaceException(FaceFlaw.TOO_DARK);
        }
        if (quality.blur() > limits.blur()) {
            throw new UnusableFaceException(FaceFlaw.TOO_BLURRED);
        }
    }
}
