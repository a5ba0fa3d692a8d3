package com.smartfitness.search.preference;

import com.smartfitness.search.preference.Keyword.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a customer looks for and is told of it, all in one document: whatever becomes of it is one write, which nobody can
 * make twice, and with it goes all that is kept of the customer.
 *
 * @param enabled false once the customer has opted out: nothing is derived or told then
 * @param waiting matches that are to be told, one a branch
 * @param due when they are; null where none waits
 * @param toldAt when something was told last
 * @param last id of a notification, 0 if there was none
 * @param inbox newest first
 * @param changedAt when the inbox was last another
 */
record Preference(
        String customerId,
        boolean enabled,
        List<Keyword> keywords,
        List<Match> waiting,
        @Nullable Instant due,
        @Nullable Instant toldAt,
        long last,
        List<Notification> inbox,
        @Nullable Instant changedAt) {

    static final String KIND = "preference";

    static final int KEPT = 100;

    Preference {
        keywords = List.copyOf(keywords);
        waiting = List.copyOf(waiting);
        inbox = List.copyOf(inbox);
    }

    /** Of whom nothing is known. */
    static Preference of(String customerId) {
        return new Preference(customerId, true, List.of(), List.of(), null, null, 0, List.of(), null);
    }

    Preference learned(List<String> words, Origin origin, Instant now) {
        return enabled ? withKeywords(Interests.with(keywords, words, origin, now)) : this;
    }

    Preference forgotten(Instant now) {
        return withKeywords(Interests.remembered(keywords, now));
    }

    /** Notes what a branch offers, if the customer looks for it and has not been told, for when it may be told. */
    Preference matched(Match offer, TellingTimes times, Instant now) {
        List<String> common = enabled ? Interests.among(keywords, offer.keywords(), now) : List.of();
        if (common.isEmpty() || knows(offer)) {
            return this;
        }
        Match match = new Match(offer.branchId(), offer.number(), offer.origin(), common);
        return waiting(Waiting.with(waiting, match), due == null ? times.next(toldAt, now) : due);
    }

    private boolean knows(Match offer) {
        return Stream.concat(waiting.stream(), inbox.stream().flatMap(told -> told.matches().stream()))
                .anyMatch(match -> match.branchId().equals(offer.branchId()) && match.number() >= offer.number());
    }

    /** Tells what waits, if it may be told now. */
    Preference told(TellingTimes times, Predicate<Match> stillOffered, Instant now) {
        if (due == null || due.isAfter(now)) {
            return this;
        }
        Instant next = times.next(toldAt, now);
        if (next.isAfter(now)) {
            return waiting(waiting, next);
        }
        List<Match> matches = waiting.stream().filter(stillOffered).toList();
        if (matches.isEmpty()) {
            return silent();
        }
        List<Notification> told = Stream.concat(
                        Stream.of(new Notification(last + 1, now, null, matches)), inbox.stream())
                .limit(KEPT)
                .toList();
        return new Preference(customerId, enabled, keywords, List.of(), null, now, last + 1, told, now);
    }

    /** Nothing waits to be told. */
    Preference silent() {
        return waiting(List.of(), null);
    }

    /** Opting out forgets what was derived; what was told stays to be read. */
    Preference enabled(boolean now) {
        return now
                ? new Preference(customerId, true, keywords, waiting, due, toldAt, last, inbox, changedAt)
                : new Preference(customerId, false, List.of(), List.of(), null, toldAt, last, inbox, changedAt);
    }

    Preference read(Predicate<Notification> which, Instant now) {
        List<Notification> read = new ArrayList<>(inbox);
        read.replaceAll(one -> which.test(one) ? one.read(now) : one);
        return read.equals(inbox)
                ? this
                : new Preference(customerId, enabled, keywords, waiting, due, toldAt, last, read, now);
    }

    long unread() {
        return inbox.stream().filter(one -> one.readAt() == null).count();
    }

    private Preference withKeywords(List<Keyword> now) {
        return new Preference(customerId, enabled, now, waiting, due, toldAt, last, inbox, changedAt);
    }

    private Preference waiting(List<Match> matches, @Nullable Instant until) {
        return new Preference(customerId, enabled, keywords, matches, until, toldAt, last, inbox, changedAt);
    }
}
