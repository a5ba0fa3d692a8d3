package com.smartfitness.recognition;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** From a photo to the template of the one face that is meant. Threads may share it. */
public final class FaceReader {

    private final FaceDetector detector;
    private final FaceAligner aligner;
    private final FaceLimits limits;

    public FaceReader(FaceModels models, FaceLimits limits) {
        this.detector = models.detector();
        this.aligner = models.aligner();
        this.limits = limits;
    }

    /**
     * The template of the face, a vector of length 1. Nothing else of the photo is kept.
     *
     * @param photo upright
     * @param times told how long each step takes
     * @throws UnusableFaceException where there is no such face, or it is not good enough
     */
    public float[] template(BufferedImage photo, FaceDescriptor descriptor, StepTimes times) {
        return templates(photo, List.of(descriptor), times).getFirst();
    }

    /** The same by several models, in their order; the face is looked for once. */
    public List<float[]> templates(BufferedImage photo, List<FaceDescriptor> descriptors, StepTimes times) {
        try (Picture picture = Picture.of(photo)) {
            FoundFace face = dominant(times.of(Step.DETECT, () -> detector.faces(picture, limits.score())));
            Square square = times.of(Step.ALIGN, () -> aligned(picture, face));
            return descriptors.stream()
                    .map(descriptor -> times.of(Step.EMBED, () -> template(picture, square, descriptor)))
                    .toList();
        }
    }

    private Square aligned(Picture picture, FoundFace face) {
        Square square = aligner.aligned(picture, face);
        if (square.side() < limits.side()) {
            throw new UnusableFaceException(FaceFlaw.TOO_SMALL);
        }
        return square;
    }

    private float[] template(Picture picture, Square square, FaceDescriptor descriptor) {
        float[] aligned = picture.seen(square, descriptor.side());
        try {
            requireQuality(FaceQuality.of(aligned, descriptor.side()));
            return descriptor.template(aligned);
        } finally {
            Arrays.fill(aligned, 0);
        }
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
