package com.smartfitness.fleet.simulation;

/**
 * How large a simulation is.
 *
 * @param gates in each branch, likewise cameras and sensors
 * @param customers whose faces are enrolled
 */
public record Size(int branches, int gates, int cameras, int sensors, int customers) {

    private static final int BRANCHES_OF_AN_OWNER = 10;

    int owners() {
        return Math.ceilDiv(branches, BRANCHES_OF_AN_OWNER);
    }

    int branchesOf(int owner) {
        return Math.min(BRANCHES_OF_AN_OWNER, branches - owner * BRANCHES_OF_AN_OWNER);
    }

    /** Pieces of equipment in all. */
    public int devices() {
        return branches * (gates + cameras + sensors);
    }
}
