package com.smartfitness.search.preference;

import co.elastic.clients.elasticsearch._types.SortOrder;
import com.smartfitness.replication.elasticsearch.ElasticsearchChanges;
import com.smartfitness.search.replica.KnownBranches;
import com.smartfitness.search.upkeep.Upkeep;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Tells what has waited for its time. Instances may do so side by side: who comes second finds that nothing waits any
 * more, because telling and no longer waiting are one write.
 */
@Component
class Deliveries extends Upkeep {

    private static final int AT_ONCE = 500;

    private final ElasticsearchChanges documents;
    private final Preferences preferences;
    private final KnownBranches branches;
    private final Clock clock;

    Deliveries(ElasticsearchChanges documents, Preferences preferences, KnownBranches branches, Clock clock) {
        super("deliveries");
        this.documents = documents;
        this.preferences = preferences;
        this.branches = branches;
        this.clock = clock;
    }

    @Override
    protected boolean work() {
        String now = clock.instant().toString();
        List<Preference> due = documents.find(
                Preference.KIND,
                Preference.class,
                search -> search.size(AT_ONCE)
                        .query(query -> query.range(range ->
                                range.date(date -> date.field("content.due").lte(now))))
                        .sort(sort -> sort.field(by -> by.field("content.due").order(SortOrder.Asc))));
        due.forEach(one -> preferences.tell(one.customerId(), match -> !branches.isClosed(match.branchId())));
        return false;
    }
}
