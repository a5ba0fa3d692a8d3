package com.smartfitness.bench;

import java.util.List;

/**
 * What the benchmark {@code startup} has found.
 *
 * @param starts in the order in which they were made
 */
record StartupReport(MachineFacts machine, List<Start> starts) {

    /**
     * One start of everything, of which data were there.
     *
     * @param how the services' JVMs were started
     * @param seconds from the order to the moment when all served
     */
    record Start(String how, double seconds, List<Part> parts) {

        /** Bytes of main memory that all services take together. */
        long servicesBytes() {
            return parts.stream().filter(Part::isService).mapToLong(Part::bytes).sum();
        }

        double cpuSeconds() {
            return parts.stream().mapToDouble(Part::cpuSeconds).sum();
        }
    }

    /**
     * One store or service.
     *
     * @param began seconds from the order until its process was there
     * @param ready seconds from the order until it served
     * @param cpuSeconds that its processes had used when all served
     * @param bytes of main memory that they took then
     */
    record Part(String name, boolean isService, double began, double ready, double cpuSeconds, long bytes) {}
}
