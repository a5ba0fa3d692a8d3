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

    /**
     * @param types types that the queue is bound for
     * @param seen what earlier runs have seen
     */
    public StreamWatch(Set<String> types, Map<String, Version> seen) {
        this.types = Set.copyOf(types);
        this.seen = new HashMap<>(seen);
    }

    /** Takes note of an event. Returns whether something before it is missing. */
    public boolean skipsTo(String type, Version place) {
        Version last = seen.get(type);
        if (last != null && place.compareTo(last) <= 0) {
            return false;
        }
        note(type, place);
        return last != null && last.epoch() == place.epoch() && !place.follows(last);
    }

    /** Takes note of how far a source has come. Returns whether something should have arrived before. */
    public boolean isBehind(Map<String, Version> source) {
        boolean behind = false;
        for (String type : types) {
            Version reached = source.get(type);
            Version last = seen.get(type);
            if (reached != null && (last == null || reached.compareTo(last) > 0)) {
                note(type, reached);
                behind |= last != null && last.epoch() == reached.epoch();
            }
        }
        return behind;
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

    private void note(String type, Version place) {
        seen.put(type, place);
        unsaved.put(type, place);
    }
}
