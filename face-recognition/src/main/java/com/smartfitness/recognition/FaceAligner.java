package com.smartfitness.recognition;

import com.smartfitness.onnx.OnnxModel;

/**
 * Finds how a face lies: {@code image} of 112 by 112 pixels to {@code points}, the 68 landmarks of iBUG 300-W against the
 * side.
 */
final class FaceAligner {

    static final int SIDE = 112;

    private static final int RIGHT_EYE = 36;
    private static final int LEFT_EYE = 42;
    private static final int MOUTH = 48;
    private static final int END = 68;

    /** From eyes to mouth, against the side of what a descriptor is made of. */
    private static final double EYES_TO_MOUTH = 0.45;
    /** Where between upper and lower edge the middle of eyes and mouth lies. */
    private static final double MIDDLE = 0.43;

    private final OnnxModel model;

    FaceAligner(OnnxModel model) {
        this.model = model;
    }

    /** The square on which the eyes are level and the face has the size and place that descriptors are made of. */
    Square aligned(Picture picture, FoundFace face) {
        Square around = face.square();
        float[] points = points(picture.seen(around, SIDE));
        double[] right = centre(points, RIGHT_EYE, LEFT_EYE, around);
        double[] left = centre(points, LEFT_EYE, MOUTH, around);
        double[] mouth = centre(points, MOUTH, END, around);
        double angle = Math.atan2(left[1] - right[1], left[0] - right[0]);
        double toMouth = (Math.hypot(mouth[0] - right[0], mouth[1] - right[1])
                        + Math.hypot(mouth[0] - left[0], mouth[1] - left[1]))
                / 2;
        double side = toMouth / EYES_TO_MOUTH;
        Square middle =
                new Square((right[0] + left[0] + mouth[0]) / 3, (right[1] + left[1] + mouth[1]) / 3, side, angle);
        double down = (0.5 - MIDDLE) * side;
        return new Square(middle.x(0, down), middle.y(0, down), side, angle);
    }

    float[] points(float[] image) {
        return model.run(image).of("points");
    }

    private static double[] centre(float[] points, int from, int to, Square around) {
        double x = 0;
        double y = 0;
        for (int point = from; point < to; point++) {
            x += points[2 * point];
            y += points[2 * point + 1];
        }
        double across = (x / (to - from) - 0.5) * around.side();
        double down = (y / (to - from) - 0.5) * around.side();
        return new double[] {around.x(across, down), around.y(across, down)};
    }
}
