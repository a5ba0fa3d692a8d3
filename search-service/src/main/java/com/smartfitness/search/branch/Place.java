package com.smartfitness.search.branch;

import com.smartfitness.search.replica.KnownBranch.Point;

/** Where somebody is, in degrees, WGS 84. */
record Place(double latitude, double longitude) {

    private static final double EARTH_RADIUS = 6_371_000;

    /** Metres over the ground of a sphere (haversine formula), which is within half a percent. */
    long metresTo(Point other) {
        double north = Math.toRadians(other.lat() - latitude);
        double east = Math.toRadians(other.lon() - longitude);
        double half = square(Math.sin(north / 2))
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.lat()))
                        * square(Math.sin(east / 2));
        return Math.round(2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(half))));
    }

    private static double square(double value) {
        return value * value;
    }
}
