package com.smartfitness.helper.task;

/** Within this service: a photo waits for the model. */
public record PhotoSubmitted(TaskId task) {}
