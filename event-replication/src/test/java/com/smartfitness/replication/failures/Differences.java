package com.smartfitness.replication.failures;

import static java.util.stream.Collectors.toCollection;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where the consumer does not show what the source has committed, by member.
 *
 * @param lost committed and not known, or not with these visits
 * @param surplus known and not committed
 * @param withoutGift joined without effect
 * @param giftedTwice joined with effect more than once
 */
record Differences(Set<String> lost, Set<String> surplus, Set<String> withoutGift, Set<String> giftedTwice) {

    static Differences between(
            Map<String, Integer> committed,
            Map<String, Integer> known,
            Set<String> everJoined,
            Map<String, Integer> gifts) {
        return new Differences(
                those(committed.keySet().stream(), id -> !committed.get(id).equals(known.get(id))),
                those(known.keySet().stream(), id -> !committed.containsKey(id)),
                those(everJoined.stream(), id -> !gifts.containsKey(id)),
                those(gifts.keySet().stream(), id -> gifts.get(id) > 1));
    }

    boolean none() {
        return noneOfReplica() && withoutGift.isEmpty() && giftedTwice.isEmpty();
    }

    boolean noneOfReplica() {
        return lost.isEmpty() && surplus.isEmpty();
    }

    @Override
    public String toString() {
        return "lost %s, surplus %s, without gift %s, gifted twice %s"
                .formatted(some(lost), some(surplus), some(withoutGift), some(giftedTwice));
    }

    private static Set<String> those(Stream<String> ids, Predicate<String> differ) {
        return ids.filter(differ).collect(toCollection(TreeSet::new));
    }

    private static String some(Set<String> ids) {
        return ids.size() + ids.stream().limit(5).toList().toString();
    }
}
