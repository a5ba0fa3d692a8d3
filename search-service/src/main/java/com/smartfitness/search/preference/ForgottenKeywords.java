package com.smartfitness.search.preference;

import com.smartfitness.replication.elasticsearch.ElasticsearchChanges;
import com.smartfitness.search.upkeep.Upkeep;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Forgets the words of customers who have not come back for long; those of others are forgotten as they come. */
@Component
class ForgottenKeywords extends Upkeep {

    private static final int AT_ONCE = 500;

    private final ElasticsearchChanges documents;
    private final Preferences preferences;
    private final Clock clock;

    ForgottenKeywords(ElasticsearchChanges documents, Preferences preferences, Clock clock) {
        super("forgotten-keywords", Duration.ofHours(1));
        this.documents = documents;
        this.preferences = preferences;
        this.clock = clock;
    }

    @Override
    protected boolean work() {
        String before = clock.instant().minus(Interests.REMEMBERED).toString();
        List<Preference> old = documents.findNow(
                Preference.KIND,
                Preference.class,
                search -> search.size(AT_ONCE)
                        .query(query -> query.range(range -> range.date(
                                date -> date.field("content.keywords.at").lte(before)))));
        old.forEach(one -> preferences.forgetOld(one.customerId()));
        return old.size() == AT_ONCE;
    }
}
