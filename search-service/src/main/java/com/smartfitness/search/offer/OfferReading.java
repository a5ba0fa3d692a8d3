package com.smartfitness.search.offer;

import com.smartfitness.replication.elasticsearch.DocumentChange;
import com.smartfitness.replication.elasticsearch.DocumentChange.Changed;
import com.smartfitness.replication.elasticsearch.ElasticsearchChanges;
import com.smartfitness.search.keyword.Keywords;
import com.smartfitness.search.preference.Preferences;
import com.smartfitness.search.replica.KnownBranches;
import com.smartfitness.search.upkeep.Upkeep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Takes apart what is said of branches, and tells those who look for what is new. Each step is undone work until the
 * write that ends it: killed in between, it is done again, and what customers know already they are not told again.
 */
@Component
class OfferReading extends Upkeep {

    private static final int AT_ONCE = 100;
    private static final int CUSTOMERS = 500;

    private final ElasticsearchChanges documents;
    private final Keywords keywords;
    private final Preferences preferences;
    private final KnownBranches branches;

    OfferReading(ElasticsearchChanges documents, Keywords keywords, Preferences preferences, KnownBranches branches) {
        super("offer-reading");
        this.documents = documents;
        this.keywords = keywords;
        this.preferences = preferences;
        this.branches = branches;
    }

    @Override
    protected boolean work() {
        List<BranchOffer> open = documents.find(
                BranchOffer.KIND,
                BranchOffer.class,
                search -> search.size(AT_ONCE)
                        .query(query -> query.bool(bool -> bool.should(
                                        unread -> unread.exists(exists -> exists.field("content.unread.origin")))
                                .should(pending -> pending.exists(exists -> exists.field("content.pending.number"))))));
        open.forEach(this::finish);
        return open.size() == AT_ONCE;
    }

    private void finish(BranchOffer found) {
        String branchId = found.branchId();
        Map<BranchText, String> unread = new LinkedHashMap<>();
        stored(branchId).unread().forEach(text -> unread.put(text, text.text()));
        Map<BranchText, List<String>> words = keywords.of(unread);
        words.forEach((text, ofText) -> {
            if (text.authorId() != null) {
                preferences.reviewed(text.authorId(), ofText);
            }
        });
        change(branchId, offer -> offer.read(words));
        boolean told = !branches.isClosed(branchId);
        for (Announcement announcement : stored(branchId).pending()) {
            if (told) {
                tell(branchId, announcement);
            }
            change(branchId, offer -> Changed.to(offer.announced(announcement)));
        }
    }

    private void tell(String branchId, Announcement announcement) {
        String after = "";
        List<String> customers;
        do {
            customers = preferences.lookingFor(announcement.keywords(), after, CUSTOMERS);
            for (String customer : customers) {
                if (!customer.equals(announcement.authorId())) {
                    preferences.match(customer, announcement.of(branchId));
                }
                after = customer;
            }
        } while (customers.size() == CUSTOMERS);
    }

    private BranchOffer stored(String branchId) {
        return documents.read(BranchOffer.KIND, branchId, BranchOffer.class).orElseGet(() -> BranchOffer.of(branchId));
    }

    private void change(String branchId, Function<BranchOffer, Changed<BranchOffer>> step) {
        documents.make(new DocumentChange<>(
                BranchOffer.KIND,
                branchId,
                BranchOffer.class,
                now -> step.apply(now.orElseGet(() -> BranchOffer.of(branchId)))));
    }
}
