package com.smartfitness.fleet;

/**
 * Gates that asked, with a template, who stands before them.
 *
 * @param all answers since the service's start
 * @param inTime those of them that took 10 ms at most
 */
public record GateAnswers(long all, long inTime) {}
