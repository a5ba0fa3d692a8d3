package com.smartfitness.search.branch;

import static java.util.Objects.requireNonNull;

import co.elastic.clients.elasticsearch.core.search.Hit;
import com.smartfitness.events.Location;
import com.smartfitness.search.replica.KnownBranch;
import com.smartfitness.search.replica.KnownBranch.Point;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Shows what a search has found. */
@Component
class FoundBranches {

    private final JsonMapper json;

    FoundBranches(JsonMapper json) {
        this.json = json;
    }

    FoundBranch of(Hit<ObjectNode> hit, @Nullable Place near) {
        ObjectNode source = requireNonNull(hit.source());
        KnownBranch branch = json.treeToValue(source.get("row"), KnownBranch.class);
        JsonNode reviews = source.path("reviews");
        long count = reviews.path("count").asLong(0);
        Point point = branch.location();
        return new FoundBranch(
                branch.branchId(),
                branch.name(),
                branch.address(),
                point == null ? null : new Location(point.lat(), point.lon()),
                point == null || near == null ? null : near.metresTo(point),
                branch.timeZone(),
                branch.openingHours(),
                branch.equipment(),
                branch.amenities(),
                count == 0 ? null : Math.round(reviews.path("average").asDouble(0) * 10) / 10.0,
                count,
                Passages.reasons(hit.highlight()));
    }
}
