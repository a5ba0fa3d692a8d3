package com.smartfitness.replication.replica;

import com.smartfitness.replication.Version;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Notices what a queue has lost. A source counts the events of each type, and says in its heartbeats how far it has
 * come; a place that is skipped, or that lies behind a heartbeat, was dropped on the way: by a queue that overflowed, a
 * binding that was removed, a broker that lost its disk. Sound because a queue keeps the order in which one relay fills
 * it.
 */
public final class StreamWatch {

    private final Set<String> types;
    private final Map<String, Version> seen;
    private final Map<String, Version> unsaved = new HashMap<>();
    /** The first place of which each stream spoke that was not known before. */
    private final Map<String, Version> joined = new HashMap<>();

    /**
     * @param types types that the queue is bound for
     * @param seen what earlier runs have seen
     */
    public StreamWatch(Set<String> types, Map<String, Version> seen) {
        this.types = Set.copyOf(types);
        this.seen = new HashMap<>(seen);
    }

    /** Whether something is missing before this place, as far as this watch knows. */
    public boolean isGapBefore(String type, Version place) {
        Version last = seen.get(type);
        return last != null && last.epoch() == place.epoch() && place.counter() > last.counter() + 1;
    }

    /** Whether something should have arrived, given how far a source says it has come. */
    public boolean isBehind(Map<String, Version> source) {
        return types.stream().anyMatch(type -> {
            Version reached = source.get(type);
            Version last = seen.get(type);
            return reached != null
                    && last != null
                    && last.epoch() == reached.epoch()
                    && last.counter() < reached.counter();
        });
    }

    /**
     * Learns how far the streams had come when a first snapshot began, which is where its events go on.
     *
     * @return whether something that came after that is missing
     */
    public boolean isGapAfter(Map<String, Version> start) {
        boolean gap = start.entrySet().stream().anyMatch(begun -> {
            Version first = joined.get(begun.getKey());
            Version last = begun.getValue();
            return first != null && first.epoch() == last.epoch() && first.counter() > last.counter() + 1;
        });
        joined.clear();
        note(start);
        return gap;
    }

    /** Takes note of an event. */
    public void note(String type, Version place) {
        note(type, place, place);
    }

    /** Takes note of how far a source has come. */
    public void note(Map<String, Version> source) {
        source.forEach((type, place) -> {
            if (types.contains(type)) {
                note(type, place, new Version(place.epoch(), place.counter() + 1));
            }
        });
    }

    /** Learns what another instance of the service has seen and stored. */
    public void learn(Map<String, Version> stored) {
        stored.forEach((type, place) -> {
            if (isAhead(type, place)) {
                seen.put(type, place);
            }
        });
    }

    /** What has to be remembered with the next commit. */
    public Map<String, Version> unsaved() {
        return Map.copyOf(unsaved);
    }

    /** The commit has happened. */
    public void saved() {
        unsaved.clear();
    }

    /** Everything has to be remembered anew. */
    public void forgotten() {
        unsaved.putAll(seen);
    }

    private void note(String type, Version place, Version first) {
        if (!seen.containsKey(type)) {
            joined.put(type, first);
        }
        if (isAhead(type, place)) {
            seen.put(type, place);
            unsaved.put(type, place);
        }
    }

    private boolean isAhead(String type, Version place) {
        Version last = seen.get(type);
        return last == null || place.compareTo(last) > 0;
    }
}
