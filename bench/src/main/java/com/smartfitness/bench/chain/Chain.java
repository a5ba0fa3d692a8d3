package com.smartfitness.bench.chain;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.smartfitness.events.BranchCreatedEvent;
import com.smartfitness.events.BranchStatus;
import com.smartfitness.events.Location;
import com.smartfitness.events.OpeningHours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The branches, customers, reviews and questions of a made-up chain, the same in each run.
 *
 * @param reviews of all branches together, spread evenly, so that each text is searched
 */
record Chain(int branches, int reviews) {

    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
    private static final int CUSTOMERS = 500;
    private static final int QUESTIONS = 200;

    /** What a customer says of a branch. */
    record Opinion(String branchId, String customerId, int rating, String text, Instant at) {}

    List<BranchCreatedEvent> opened() {
        return IntStream.range(0, branches).mapToObj(this::opened).toList();
    }

    List<String> customers() {
        return IntStream.range(0, CUSTOMERS).mapToObj(Chain::customer).toList();
    }

    Opinion opinion(int number) {
        Random random = new Random(number);
        return new Opinion(
                branch(number % branches),
                customer(number / branches),
                1 + Math.min(4, random.nextInt(8)),
                Phrases.said(random),
                BEGINNING.plusSeconds(number));
    }

    /** Paths of searches: some near a place, with an amenity, or of what is open now. */
    List<String> questions() {
        Random random = new Random(5);
        return IntStream.range(0, QUESTIONS)
                .mapToObj(number -> "/api/v1/branches/search?q=" + encode(Phrases.asked(random), UTF_8)
                        + switch (number % 8) {
                            case 1, 5 -> near(place(random));
                            case 3 -> near(place(random)) + "&within=20000";
                            case 6 -> "&amenity=" + encode(Phrases.any(Phrases.AMENITIES, random), UTF_8);
                            case 7 -> "&openNow=true";
                            default -> "";
                        })
                .toList();
    }

    private BranchCreatedEvent opened(int number) {
        Random random = new Random(-1 - number);
        String place = Phrases.any(Phrases.PLACES, random);
        return new BranchCreatedEvent(
                branch(number),
                "O-bench",
                "%s %d호점".formatted(place, number),
                "%s로 %d".formatted(place, 1 + random.nextInt(400)),
                place(random),
                "Asia/Seoul",
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new OpeningHours(day, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))
                        .toList(),
                100 + random.nextInt(900),
                some(Phrases.EQUIPMENT, random),
                some(Phrases.AMENITIES, random),
                Phrases.said(random) + ". " + Phrases.said(random),
                BranchStatus.OPEN);
    }

    private static List<String> some(List<String> all, Random random) {
        return random.ints(4, 0, all.size()).distinct().mapToObj(all::get).toList();
    }

    /** Somewhere in or around Seoul. */
    private static Location place(Random random) {
        return new Location(37.3 + random.nextDouble() * 0.5, 126.7 + random.nextDouble() * 0.6);
    }

    private static String near(Location place) {
        return "&latitude=%.4f&longitude=%.4f".formatted(place.latitude(), place.longitude());
    }

    private static String branch(int number) {
        return "B-bench-" + number;
    }

    private static String customer(int number) {
        return "U-bench-" + number;
    }
}
