package com.smartfitness.recognition;

/**
 * A square part of a picture, in its pixels.
 *
 * @param angle by which it is turned clockwise, in radians
 */
record Square(double centreX, double centreY, double side, double angle) {

    /** Of the place that is so far right of and below the centre, as the square lies. */
    double x(double across, double down) {
        return centreX + across * Math.cos(angle) - down * Math.sin(angle);
    }

    double y(double across, double down) {
        return centreY + across * Math.sin(angle) + down * Math.cos(angle);
    }
}
