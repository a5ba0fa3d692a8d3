package com.smartfitness.helper.task;

import java.util.UUID;

/** Names a task; made here. */
public record TaskId(String value) {

    static TaskId create() {
        return new TaskId("T-" + UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value;
    }
}
