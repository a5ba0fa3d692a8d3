package com.smartfitness.access.entry;

import com.smartfitness.access.store.Store;
import java.util.ArrayList;
import java.util.List;

/** Where entries and what belongs to them are kept. */
record EntryKeys(Store store) {

    /** Hash: the fields of an entry. */
    String entry(String id) {
        return store.key("entry", id);
    }

    /** Sorted set: the ids of all entries, in the order of their times. */
    String all() {
        return store.key("entries", "all");
    }

    /** The same of a branch. */
    String ofBranch(String branchId) {
        return store.key("entries", "branch", branchId);
    }

    /** The same of a user. */
    String ofUser(String userId) {
        return store.key("entries", "user", userId);
    }

    /** Sorted set: entries whose gate has been told to open, by the time until which it must have reported. */
    String openings() {
        return store.key("openings");
    }

    /** Stream: open commands to gates that hear of them over their own stream. */
    String commands() {
        return store.key("commands");
    }

    /** What recording an entry changes. */
    String[] ofRecord(Entry entry, String proof) {
        String user = entry.userId();
        List<String> keys = new ArrayList<>(List.of(
                proof,
                entry(entry.id()),
                store.key("rate", entry.gateId()),
                openings(),
                store.key("passback", user == null ? "" : user),
                commands(),
                all(),
                ofBranch(entry.branchId())));
        if (user != null) {
            keys.add(ofUser(user));
        }
        return keys.toArray(String[]::new);
    }
}
