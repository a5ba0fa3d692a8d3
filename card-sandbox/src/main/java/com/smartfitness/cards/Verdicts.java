package com.smartfitness.cards;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.regex.Pattern;

/** What is said of a card; some numbers make the service do what outside services do at times. */
final class Verdicts {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{12,19}");
    private static final Pattern CVV = Pattern.compile("[0-9]{3,4}");

    private final Clock clock;

    Verdicts(Clock clock) {
        this.clock = clock;
    }

    /**
     * An answer.
     *
     * @param delay before it is given
     */
    record Verdict(int status, boolean verified, Duration delay) {}

    Verdict on(Form card) {
        String number = card.get("number");
        if (number.endsWith("0127")) {
            return new Verdict(500, false, Duration.ZERO);
        }
        boolean verified = NUMBER.matcher(number).matches()
                && isLuhn(number)
                && CVV.matcher(card.get("cvv")).matches()
                && !card.get("holder").isBlank()
                && isInUse(card.get("expiry"))
                && !number.endsWith("0002");
        return new Verdict(200, verified, number.endsWith("0119") ? Duration.ofSeconds(10) : Duration.ZERO);
    }

    /** The check digit fits (ISO/IEC 7812-1, annex B). */
    private static boolean isLuhn(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    private boolean isInUse(String expiry) {
        try {
            return !YearMonth.parse(expiry).isBefore(YearMonth.now(clock));
        } catch (DateTimeException noMonth) {
            return false;
        }
    }
}
