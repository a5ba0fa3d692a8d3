package com.smartfitness.search.branch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.GeoLocation;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScore;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import com.smartfitness.search.replica.WeekMinutes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * What fits, and how well. Words count by where they stand: in the name most, then in what there is, then in what owner and
 * customers say. The sum is weighed by the rating, which can make up for a sixth of it, and by the distance where a place
 * is named. All of it is match queries, in which nothing is syntax.
 *
 * @param zones that branches are in, where it matters what is open
 */
record BranchScoring(BranchQuery asked, List<String> zones, Instant now) {

    private static final List<String> KOREAN = List.of(
            "row.name^4",
            "row.amenities^3",
            "row.equipment^2.5",
            "row.introduction^1.5",
            "row.address^2",
            "reviews.texts^1.2");

    private static final List<String> ENGLISH = List.of(
            "row.name.english^3",
            "row.amenities.english^2",
            "row.equipment.english^2",
            "row.introduction.english",
            "row.address.english",
            "reviews.texts.english");

    private static final List<String> MISSPELT =
            List.of("row.name.plain^2", "row.amenities.plain", "row.equipment.plain");

    Query query() {
        Query words = Query.of(query -> query.bool(bool -> bool.should(words(KOREAN), words(ENGLISH), misspelt())
                .minimumShouldMatch("1")
                .filter(filters())));
        return Query.of(query -> query.functionScore(score -> score.query(words)
                .functions(functions())
                .scoreMode(FunctionScoreMode.Sum)
                .boostMode(FunctionBoostMode.Multiply)));
    }

    private Query words(List<String> fields) {
        return Query.of(query -> query.multiMatch(
                match -> match.query(asked.text()).fields(fields).type(TextQueryType.MostFields)));
    }

    private Query misspelt() {
        return Query.of(query -> query.multiMatch(match -> match.query(asked.text())
                .fields(MISSPELT)
                .fuzziness("AUTO:3,6")
                .prefixLength(1)
                .maxExpansions(20)
                .boost(0.4f)));
    }

    private List<FunctionScore> functions() {
        List<FunctionScore> functions = new ArrayList<>();
        functions.add(FunctionScore.of(function -> function.weight(0.5)));
        functions.add(FunctionScore.of(function -> function.fieldValueFactor(
                rating -> rating.field("reviews.standing").factor(0.1).missing(3.5))));
        if (asked.near() != null) {
            GeoLocation here = here(asked.near());
            functions.add(FunctionScore.of(function -> function.filter(
                            somewhere -> somewhere.exists(exists -> exists.field("row.location")))
                    .weight(0.6)
                    .gauss(gauss -> gauss.geo(geo -> geo.field("row.location")
                            .placement(place -> place.origin(here).scale("2km").decay(0.5))))));
        }
        return functions;
    }

    private List<Query> filters() {
        List<Query> filters = new ArrayList<>();
        filters.add(is("row.open", FieldValue.of(true)));
        for (String amenity : asked.amenities()) {
            filters.add(Query.of(query -> query.match(
                    match -> match.field("row.amenities").query(amenity).operator(Operator.And))));
        }
        if (asked.openNow()) {
            filters.add(isOpenNow());
        }
        if (asked.near() != null && asked.within() != null) {
            GeoLocation here = here(asked.near());
            filters.add(Query.of(query -> query.geoDistance(
                    distance -> distance.field("row.location").location(here).distance(asked.within() + "m"))));
        }
        return filters;
    }

    /** In each zone it is another minute of the week. */
    private Query isOpenNow() {
        List<Query> open = new ArrayList<>();
        for (String zone : zones) {
            try {
                int minute = WeekMinutes.at(now.atZone(ZoneId.of(zone)));
                open.add(Query.of(query -> query.bool(bool -> bool.filter(
                        is("row.timeZone", FieldValue.of(zone)), is("row.openMinutes", FieldValue.of(minute))))));
            } catch (DateTimeException unknown) {
                // Nobody knows when a branch is open whose zone is not known here.
            }
        }
        return open.isEmpty()
                ? Query.of(query -> query.matchNone(none -> none))
                : Query.of(query -> query.bool(bool -> bool.should(open)));
    }

    private static Query is(String field, FieldValue value) {
        return Query.of(query -> query.term(term -> term.field(field).value(value)));
    }

    private static GeoLocation here(Place place) {
        return GeoLocation.of(
                location -> location.latlon(point -> point.lat(place.latitude()).lon(place.longitude())));
    }
}
