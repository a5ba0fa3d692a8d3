package com.smartfitness.search.preference;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import com.smartfitness.defaults.live.LiveStreams;
import com.smartfitness.replication.elasticsearch.DocumentChange;
import com.smartfitness.replication.elasticsearch.DocumentChange.Changed;
import com.smartfitness.replication.elasticsearch.ElasticsearchChanges;
import com.smartfitness.search.preference.Keyword.Origin;
import com.smartfitness.search.replica.KnownUsers;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** What becomes of customers' preferences: one write of one document each, on what that is now. */
@Component
public class Preferences {

    private final ElasticsearchChanges documents;
    private final KnownUsers users;
    private final TellingTimes times;
    private final LiveStreams streams;
    private final Clock clock;

    Preferences(
            ElasticsearchChanges documents, KnownUsers users, TellingTimes times, LiveStreams streams, Clock clock) {
        this.documents = documents;
        this.users = users;
        this.times = times;
        this.streams = streams;
        this.clock = clock;
    }

    Preference of(String customerId) {
        return documents.read(Preference.KIND, customerId, Preference.class).orElseGet(() -> Preference.of(customerId));
    }

    /** A customer has written these words in a review. Who has opted out, or has no account in use, is not noted. */
    public void reviewed(String customerId, List<String> words) {
        learn(customerId, words, Origin.REVIEW);
    }

    /** Customers have searched for these words. Who has used them today already costs no write. */
    void searched(Map<String, List<String>> words) {
        Instant now = clock.instant();
        Map<String, Preference> known = documents.read(Preference.KIND, words.keySet(), Preference.class);
        words.forEach((customerId, theirs) -> {
            Preference before = known.getOrDefault(customerId, Preference.of(customerId));
            if (!before.learned(theirs, Origin.SEARCH, now).equals(before)) {
                learn(customerId, theirs, Origin.SEARCH);
            }
        });
    }

    private void learn(String customerId, List<String> words, Origin origin) {
        if (!words.isEmpty() && users.isActive(customerId)) {
            change(customerId, (now, time) -> now.learned(words, origin, time));
        }
    }

    /**
     * Customers who look for one of these words, in the order of their ids.
     *
     * @param after the last one known, empty for none
     */
    public List<String> lookingFor(List<String> words, String after, int limit) {
        return documents
                .findNow(
                        Preference.KIND,
                        Preference.class,
                        search -> search.size(limit)
                                .query(query -> query.bool(bool -> bool.filter(any ->
                                                any.terms(terms -> terms.field("content.keywords.word")
                                                        .terms(values -> values.value(words.stream()
                                                                .map(FieldValue::of)
                                                                .toList()))))
                                        .filter(on -> on.term(term ->
                                                term.field("content.enabled").value(true)))))
                                .sort(sort -> sort.field(
                                        by -> by.field("content.customerId").order(SortOrder.Asc)))
                                .searchAfter(FieldValue.of(after)))
                .stream()
                .map(Preference::customerId)
                .toList();
    }

    /** Tells a customer what a branch offers, now or when it may be told; once, however often it is called. */
    public void match(String customerId, Match offer) {
        if (users.isActive(customerId)) {
            change(customerId, (now, time) -> now.matched(offer, times, time).told(times, _ -> true, time));
        }
    }

    /** Tells a customer what waits, if the time has come; nothing to who has no account in use any more. */
    void tell(String customerId, Predicate<Match> stillOffered) {
        boolean active = users.isActive(customerId);
        change(customerId, (now, time) -> active ? now.told(times, stillOffered, time) : now.silent());
    }

    /** Forgets words that are too old. */
    void forgetOld(String customerId) {
        change(customerId, Preference::forgotten);
    }

    /** Forgets a customer altogether. */
    public void forget(String customerId) {
        documents.make(new DocumentChange<>(Preference.KIND, customerId, Preference.class, _ -> Changed.toNothing()));
    }

    /** Makes a change. Returns the preference after it. */
    Preference change(String customerId, BiFunction<Preference, Instant, Preference> step) {
        Instant time = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Preference nothing = Preference.of(customerId);
        Preference after = Optional.ofNullable(documents
                        .make(new DocumentChange<>(Preference.KIND, customerId, Preference.class, stored -> {
                            Preference next = step.apply(stored.orElse(nothing), time);
                            return next.equals(nothing) ? Changed.toNothing() : Changed.to(next);
                        }))
                        .content())
                .orElse(nothing);
        if (time.equals(after.changedAt())) {
            streams.wake(customerId);
        }
        return after;
    }
}
