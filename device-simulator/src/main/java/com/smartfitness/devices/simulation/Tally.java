package com.smartfitness.devices.simulation;

import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what simulated devices do. */
public final class Tally implements Watcher {

    private final LongAdder taken = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder unanswered = new LongAdder();
    private final LongAdder asked = new LongAdder();
    private final LongAdder opened = new LongAdder();
    private final Set<String> faulty = ConcurrentHashMap.newKeySet();
    private final Set<String> silent = ConcurrentHashMap.newKeySet();

    /**
     * How it stands.
     *
     * @param taken reports answered 204
     * @param refused reports that were answered otherwise
     * @param unanswered reports without an answer
     * @param faulty devices that say that something is wrong
     * @param silent devices that say nothing
     * @param asked people who stood before a gate
     * @param opened of them, those for whom it opened
     */
    public record Counts(long taken, long refused, long unanswered, int faulty, int silent, long asked, long opened) {}

    public Counts counts() {
        return new Counts(
                taken.sum(), refused.sum(), unanswered.sum(), faulty.size(), silent.size(), asked.sum(), opened.sum());
    }

    @Override
    public void reported(Equipment equipment, int status, Duration took) {
        switch (status) {
            case HttpURLConnection.HTTP_NO_CONTENT -> taken.increment();
            case 0 -> unanswered.increment();
            default -> refused.increment();
        }
    }

    @Override
    public void fails(Equipment equipment) {
        faulty.add(equipment.id());
    }

    @Override
    public void fallsSilent(Equipment equipment) {
        silent.add(equipment.id());
    }

    @Override
    public void recovers(Equipment equipment) {
        faulty.remove(equipment.id());
        silent.remove(equipment.id());
    }

    @Override
    public void asked(Equipment gate, int status, boolean isOpened) {
        asked.increment();
        if (isOpened) {
            opened.increment();
        }
    }
}
