package com.smartfitness.search.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.smartfitness.events.PreferenceOrigin;
import com.smartfitness.search.preference.Keyword.Origin;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When a customer is told what, and that nothing is told twice. */
class PreferenceTest {

    private static final Instant NOON = Instant.parse("2026-03-02T03:00:00Z"); // in Seoul
    private static final Duration HOUR = Duration.ofHours(1);
    private static final TellingTimes ALWAYS = times("00:00", "00:00");

    private final Preference customer =
            Preference.of("C1").learned(List.of("샤워실", "조용"), Origin.SEARCH, NOON.minus(HOUR));

    @Test
    void isToldOfWhatItLooksForAlone() {
        Preference told = offered(customer, offer("B1", 1, "요가", "샤워실"), ALWAYS, NOON);

        assertThat(told.inbox()).hasSize(1);
        assertThat(told.inbox().getFirst().matches().getFirst().keywords()).containsExactly("샤워실");
        assertThat(offered(customer, offer("B1", 1, "요가"), ALWAYS, NOON)).isEqualTo(customer);
    }

    @Test
    void isNotToldTwiceWhateverIsRepeated() {
        Match first = offer("B1", 1, "샤워실");
        Match second = offer("B1", 2, "조용");
        Preference told = offered(customer, first, ALWAYS, NOON);
        Preference later = offered(told, second, ALWAYS, NOON.plus(HOUR));

        assertThat(offered(told, first, ALWAYS, NOON.plus(HOUR))).isEqualTo(told);
        assertThat(later.inbox()).hasSize(2);
        assertThat(offered(later, first, ALWAYS, NOON.plus(HOUR).plus(HOUR))).isEqualTo(later);
    }

    @Test
    void isToldOnceAnHourOfAllThatCameMeanwhile() {
        Preference told = offered(customer, offer("B1", 1, "샤워실"), ALWAYS, NOON);
        Instant soon = NOON.plusSeconds(60);
        Preference waits = offered(told, offer("B2", 1, "샤워실"), ALWAYS, soon);
        waits = offered(waits, offer("B3", 1, "샤워실"), ALWAYS, soon);
        waits = offered(waits, offer("B2", 2, "조용"), ALWAYS, soon);

        assertThat(waits.inbox()).hasSize(1);
        assertThat(waits.due()).isEqualTo(NOON.plus(HOUR));
        assertThat(waits.told(ALWAYS, _ -> true, NOON.plus(HOUR).minusMillis(1)))
                .isEqualTo(waits);
        Preference later = waits.told(ALWAYS, _ -> true, NOON.plus(HOUR));
        assertThat(later.inbox().getFirst().matches())
                .extracting(Match::branchId, Match::keywords)
                .containsExactly(tuple("B2", List.of("조용", "샤워실")), tuple("B3", List.of("샤워실")));
        assertThat(later.told(ALWAYS, _ -> true, NOON.plus(HOUR).plus(HOUR))).isEqualTo(later);
    }

    @Test
    void waitsForTheWindowOfTheDay() {
        TellingTimes mornings = times("08:00", "11:00");

        Preference waits = offered(customer, offer("B1", 1, "샤워실"), mornings, NOON);

        assertThat(waits.inbox()).isEmpty();
        assertThat(waits.due()).isEqualTo(Instant.parse("2026-03-02T23:00:00Z"));
        assertThat(waits.told(mornings, _ -> true, Instant.parse("2026-03-02T23:00:00Z"))
                        .inbox())
                .hasSize(1);
    }

    @Test
    void aWindowReachesIntoTheNextDay() {
        TellingTimes nights = times("22:00", "06:00");

        assertThat(nights.next(null, NOON)).isEqualTo(Instant.parse("2026-03-02T13:00:00Z"));
        Instant night = Instant.parse("2026-03-02T20:59:00Z");
        assertThat(nights.next(null, night)).isEqualTo(night);
        assertThat(nights.next(night, night)).isEqualTo(Instant.parse("2026-03-03T13:00:00Z"));
    }

    @Test
    void hearsNothingOfBranchesThatHaveClosedMeanwhile() {
        Preference told = offered(customer, offer("B1", 1, "샤워실"), ALWAYS, NOON);
        Preference waits = offered(told, offer("B2", 1, "샤워실"), ALWAYS, NOON);

        Preference later = waits.told(ALWAYS, _ -> false, NOON.plus(HOUR));

        assertThat(later.inbox()).hasSize(1);
        assertThat(later.due()).isNull();
    }

    @Test
    void remembersTheNewestWordsForNinetyDays() {
        List<String> many = IntStream.range(0, 100).mapToObj(i -> "word" + i).toList();

        assertThat(customer.learned(many, Origin.REVIEW, NOON).keywords()).hasSize(Interests.MOST);
        assertThat(customer.learned(List.of("샤워실"), Origin.SEARCH, NOON)).isEqualTo(customer);
        Instant later = NOON.plus(Duration.ofDays(91));
        assertThat(offered(customer, offer("B1", 1, "샤워실"), ALWAYS, later)).isEqualTo(customer);
        assertThat(customer.forgotten(later).keywords()).isEmpty();
    }

    @Test
    void keepsTheNewestNotifications() {
        Preference now = customer;
        for (int i = 1; i <= 130; i++) {
            now = offered(now, offer("B" + i, 1, "샤워실"), ALWAYS, NOON.plus(HOUR.multipliedBy(i)));
        }

        assertThat(now.inbox()).hasSize(Preference.KEPT);
        assertThat(now.inbox().getFirst().id()).isEqualTo(130);
        assertThat(now.unread()).isEqualTo(Preference.KEPT);
    }

    @Test
    void optingOutForgetsWhatWasDerivedAndWaits() {
        Preference waits = offered(customer, offer("B1", 1, "샤워실"), times("08:00", "11:00"), NOON);

        Preference out = waits.enabled(false);

        assertThat(out.keywords()).isEmpty();
        assertThat(out.waiting()).isEmpty();
        assertThat(out.due()).isNull();
        assertThat(out.learned(List.of("요가"), Origin.SEARCH, NOON)).isEqualTo(out);
    }

    private static Preference offered(Preference before, Match offer, TellingTimes times, Instant now) {
        return before.matched(offer, times, now).told(times, _ -> true, now);
    }

    private static Match offer(String branch, long number, String... words) {
        return new Match(branch, number, PreferenceOrigin.INTRODUCTION, List.of(words));
    }

    private static TellingTimes times(String from, String until) {
        return new TellingTimes(new NotificationProperties(
                HOUR, LocalTime.parse(from), LocalTime.parse(until), ZoneId.of("Asia/Seoul")));
    }
}
