package com.smartfitness.search.offer;

import static java.util.Objects.requireNonNull;
import static java.util.function.Predicate.not;

import com.smartfitness.events.BranchPreferenceCreatedEvent;
import com.smartfitness.events.DomainEvent;
import com.smartfitness.replication.elasticsearch.DocumentChange.Changed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that has been said of a branch. A word is new once: reviews repeat each other, and owners edit. So the order in which
 * texts arrive does not matter, nor whether one comes twice.
 *
 * @param said the newest {@value #REMEMBERED} words
 * @param unread texts to be taken apart
 * @param pending what was new in texts, and has not been told to all
 * @param last number of an announcement, 0 if there was none
 */
record BranchOffer(String branchId, List<String> said, List<BranchText> unread, List<Announcement> pending, long last) {

    static final String KIND = "branch-preference";

    private static final int REMEMBERED = 2_000;

    BranchOffer {
        said = List.copyOf(said);
        unread = List.copyOf(unread);
        pending = List.copyOf(pending);
    }

    /** Of a branch of which nothing was said. */
    static BranchOffer of(String branchId) {
        return new BranchOffer(branchId, List.of(), List.of(), List.of(), 0);
    }

    BranchOffer heard(BranchText text) {
        return unread.contains(text)
                ? this
                : new BranchOffer(
                        branchId,
                        said,
                        Stream.concat(unread.stream(), Stream.of(text)).toList(),
                        pending,
                        last);
    }

    /** The texts have these keywords; those that are new are announced, each text's by itself. */
    Changed<BranchOffer> read(Map<BranchText, List<String>> texts) {
        BranchOffer offer = this;
        List<DomainEvent> events = new ArrayList<>();
        for (Map.Entry<BranchText, List<String>> text : texts.entrySet()) {
            Changed<BranchOffer> read = offer.read(text.getKey(), text.getValue());
            offer = requireNonNull(read.content());
            events.addAll(read.events());
        }
        return new Changed<>(offer, events);
    }

    private Changed<BranchOffer> read(BranchText text, List<String> keywords) {
        List<BranchText> left = unread.stream().filter(not(text::equals)).toList();
        Set<String> known = new HashSet<>(said);
        List<String> news = keywords.stream().filter(not(known::contains)).toList();
        if (!unread.contains(text) || news.isEmpty()) {
            return Changed.to(new BranchOffer(branchId, said, left, pending, last));
        }
        List<String> all =
                Stream.concat(news.stream(), said.stream()).limit(REMEMBERED).toList();
        List<Announcement> more = new ArrayList<>(pending);
        more.add(new Announcement(last + 1, text.origin(), news, text.authorId()));
        return Changed.to(
                new BranchOffer(branchId, all, left, more, last + 1),
                new BranchPreferenceCreatedEvent(branchId, text.origin(), news));
    }

    /** Everybody has been told. */
    BranchOffer announced(Announcement announcement) {
        return new BranchOffer(
                branchId,
                said,
                unread,
                pending.stream()
                        .filter(one -> one.number() != announcement.number())
                        .toList(),
                last);
    }
}
