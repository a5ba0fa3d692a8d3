package com.smartfitness.mlops.training;

import java.time.Duration;

/** Writes down how far a run has come, a few times a second, and keeps its lease meanwhile. */
final class LeasedSteps implements Course.Steps {

    private static final Duration BETWEEN = Duration.ofMillis(250);

    private final TrainingRuns runs;
    private final String runId;
    private final String process;
    private final Duration lease;
    private TrainingStage told = TrainingStage.SNAPSHOT;
    private long toldAt = System.nanoTime() - BETWEEN.toNanos();

    LeasedSteps(TrainingRuns runs, String runId, String process, Duration lease) {
        this.runs = runs;
        this.runId = runId;
        this.process = process;
        this.lease = lease;
    }

    @Override
    public void at(TrainingStage stage, int percent) {
        long now = System.nanoTime();
        if (stage == told && now - toldAt < BETWEEN.toNanos()) {
            return;
        }
        told = stage;
        toldAt = now;
        if (!runs.progress(runId, process, lease, stage, stage.percent(percent))) {
            throw new RunLostException(runId);
        }
    }
}
