package com.smartfitness.search.branch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.smartfitness.defaults.web.Page;
import com.smartfitness.replication.elasticsearch.ElasticsearchIndices;
import com.smartfitness.replication.elasticsearch.ElasticsearchLink;
import com.smartfitness.search.replica.KnownBranch;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Searches the replicated branches, with what reviews say of them beside: one query of one index. */
@Component
class BranchSearch {

    /** All that is shown; the texts of reviews, the most by far, are in the passages. */
    private static final List<String> SHOWN = List.of("row", "reviews.count", "reviews.average");

    private static final List<String> NOT_SHOWN = List.of("row.introduction", "row.openMinutes");

    private final ElasticsearchLink link;
    private final String index;
    private final BranchZones zones;
    private final FoundBranches found;
    private final Clock clock;

    BranchSearch(
            ElasticsearchLink link, ElasticsearchIndices indices, BranchZones zones, FoundBranches found, Clock clock) {
        this.link = link;
        this.index = indices.alias(KnownBranch.TABLE);
        this.zones = zones;
        this.found = found;
        this.clock = clock;
    }

    Page<FoundBranch> page(BranchQuery query) {
        Instant now = clock.instant();
        BranchScoring scoring = new BranchScoring(query, query.openNow() ? zones.at(now) : List.of(), now);
        SearchResponse<ObjectNode> response = link.search(index, search -> request(search, query, scoring));
        List<Hit<ObjectNode>> hits = response.hits().hits();
        return Page.of(hits, query.limit(), hit -> rank(hit).text()).map(hit -> found.of(hit, query.near()));
    }

    private static SearchRequest.Builder request(
            SearchRequest.Builder search, BranchQuery query, BranchScoring scoring) {
        search.size(query.limit() + 1)
                .trackTotalHits(total -> total.enabled(false))
                .source(source -> source.filter(fields -> fields.includes(SHOWN).excludes(NOT_SHOWN)))
                .query(scoring.query())
                .highlight(Passages.asked(query.text()))
                .sort(sort -> sort.score(score -> score.order(SortOrder.Desc)))
                .sort(sort -> sort.field(field -> field.field("row.branchId").order(SortOrder.Asc)));
        Rank after = query.after();
        return after == null
                ? search
                : search.searchAfter(FieldValue.of(after.score()), FieldValue.of(after.branchId()));
    }

    private static Rank rank(Hit<ObjectNode> hit) {
        return new Rank(hit.sort().get(0).doubleValue(), hit.sort().get(1).stringValue());
    }
}
