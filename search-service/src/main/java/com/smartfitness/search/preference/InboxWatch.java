package com.smartfitness.search.preference;

import co.elastic.clients.elasticsearch._types.FieldValue;
import com.smartfitness.defaults.live.LiveStreams;
import com.smartfitness.replication.elasticsearch.ElasticsearchChanges;
import com.smartfitness.search.upkeep.Upkeep;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Looks whether other instances have changed inboxes whose streams are open here: one search a second for all of them.
 * Woken once too often a stream tells nothing; what is missed here, it finds when it next keeps its client alive.
 */
@Component
class InboxWatch extends Upkeep {

    private static final Duration LOOKED_BACK = Duration.ofSeconds(5);
    private static final int MOST = 1_000;

    private final ElasticsearchChanges documents;
    private final LiveStreams streams;
    private final Clock clock;

    InboxWatch(ElasticsearchChanges documents, LiveStreams streams, Clock clock) {
        super("inbox-watch", Duration.ofSeconds(1));
        this.documents = documents;
        this.streams = streams;
        this.clock = clock;
    }

    @Override
    protected boolean work() {
        Set<String> listening = streams.users();
        if (!listening.isEmpty()) {
            String since = clock.instant().minus(LOOKED_BACK).toString();
            List<FieldValue> ids =
                    listening.stream().limit(MOST).map(FieldValue::of).toList();
            documents
                    .find(
                            Preference.KIND,
                            Preference.class,
                            search -> search.size(MOST)
                                    .query(query -> query.bool(bool -> bool.filter(changed -> changed.range(
                                                    range -> range.date(date -> date.field("content.changedAt")
                                                            .gte(since))))
                                            .filter(open -> open.terms(terms -> terms.field("content.customerId")
                                                    .terms(values -> values.value(ids)))))))
                    .forEach(one -> streams.wake(one.customerId()));
        }
        return false;
    }
}
