package com.smartfitness.replication.report;

import com.smartfitness.replication.report.InstanceReport.StoreReport;
import java.util.List;

/** Finds out how a service's own stores are. */
@FunctionalInterface
public interface StoreReports {

    /** All of them, those that are away included; within seconds. */
    List<StoreReport> stores();
}
