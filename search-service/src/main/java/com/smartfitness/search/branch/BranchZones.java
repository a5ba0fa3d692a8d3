package com.smartfitness.search.branch;

import static java.util.Objects.requireNonNull;

import com.smartfitness.replication.elasticsearch.ElasticsearchIndices;
import com.smartfitness.replication.elasticsearch.ElasticsearchLink;
import com.smartfitness.search.replica.KnownBranch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The time zones that branches are in, a few. They are looked up once a minute at most, so the first branch in a zone is
 * open a minute late.
 */
@Component
class BranchZones {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 100;

    private final ElasticsearchLink link;
    private final String index;
    private volatile Known known = new Known(List.of(), Instant.MIN);

    private record Known(List<String> zones, Instant until) {}

    BranchZones(ElasticsearchLink link, ElasticsearchIndices indices) {
        this.link = link;
        this.index = indices.alias(KnownBranch.TABLE);
    }

    /** IANA names; those that were found in the last minute before this time. */
    List<String> at(Instant now) {
        Known last = known;
        if (last.zones().isEmpty() || now.isAfter(last.until())) {
            last = new Known(read(), now.plus(REMEMBERED));
            known = last;
        }
        return last.zones();
    }

    private List<String> read() {
        return requireNonNull(link.search(
                                index,
                                search -> search.size(0)
                                        .aggregations(
                                                "zones",
                                                zone -> zone.terms(terms -> terms.field("row.timeZone")
                                                        .size(MOST))))
                        .aggregations()
                        .get("zones"))
                .sterms()
                .buckets()
                .array()
                .stream()
                .map(bucket -> bucket.key().stringValue())
                .toList();
    }
}
