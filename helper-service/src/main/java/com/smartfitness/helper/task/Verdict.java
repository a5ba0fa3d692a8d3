package com.smartfitness.helper.task;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.smartfitness.events.Judgement;

/** What a branch owner may decide; only a model may leave it open. */
public enum Verdict {
    @JsonProperty("양호")
    GOOD("양호", Judgement.GOOD, TaskStatus.DONE),

    @JsonProperty("미흡")
    INSUFFICIENT("미흡", Judgement.INSUFFICIENT, TaskStatus.REJECTED);

    private final String label;
    private final Judgement judgement;
    private final TaskStatus status;

    Verdict(String label, Judgement judgement, TaskStatus status) {
        this.label = label;
        this.judgement = judgement;
        this.status = status;
    }

    /** The same in the words of events. */
    public Judgement judgement() {
        return judgement;
    }

    TaskStatus status() {
        return status;
    }

    /** As it travels. */
    @Override
    public String toString() {
        return label;
    }
}
