package com.smartfitness.recognition;

/**
 * Where on a picture a face may be, in its pixels.
 *
 * @param score from 0 to 1, how much it looks like one
 */
record FoundFace(double x, double y, double width, double height, double score) {

    double area() {
        return width * height;
    }

    /** Of what both of them cover, the part that is covered by both. */
    double overlap(FoundFace other) {
        double across = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        double down = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        double both = Math.max(0, across) * Math.max(0, down);
        return both / (area() + other.area() - both);
    }

    /** As large as its longer side. */
    Square square() {
        return new Square(x + width / 2, y + height / 2, Math.max(width, height), 0);
    }
}
