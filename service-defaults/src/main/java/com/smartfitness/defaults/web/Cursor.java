package com.smartfitness.defaults.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list that is ordered by time and id; opaque to clients.
 *
 * @param at time of the last row shown
 * @param id of the last row shown
 */
public record Cursor(Instant at, String id) {

    /** Before every row of a list that begins with the newest. */
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), "");

    /**
     * The place that a client has named, or the beginning of a list that is ordered from the newest.
     *
     * @throws InvalidCursorException where no answer of this service can have held it
     */
    public static Cursor newestFirst(@Nullable String text) {
        if (text == null) {
            return NEWEST;
        }
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int space = decoded.indexOf(' ');
            if (space < 0 || decoded.indexOf('\0') >= 0) {
                throw new InvalidCursorException();
            }
            Instant at = Instant.parse(decoded.substring(0, space));
            if (at.isAfter(NEWEST.at) || at.isBefore(Instant.EPOCH)) {
                throw new InvalidCursorException();
            }
            return new Cursor(at, decoded.substring(space + 1));
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            throw new InvalidCursorException();
        }
    }

    /** What a client hands in to go on from here. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + " " + id).getBytes(StandardCharsets.UTF_8));
    }
}
