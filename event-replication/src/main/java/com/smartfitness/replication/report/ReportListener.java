package com.smartfitness.replication.report;

/** Hears what all processes of the fleet tell of themselves. A service that has one as a bean is told. */
@FunctionalInterface
public interface ReportListener {

    /** On one thread; what it throws is logged and forgotten. */
    void on(InstanceReport report);
}
