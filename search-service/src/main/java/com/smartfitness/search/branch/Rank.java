package com.smartfitness.search.branch;

import com.smartfitness.defaults.web.InvalidCursorException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list that is ordered by score and id; opaque to clients. Scores move a little when branches change, so a
 * branch may be shown twice or left out where that happens between two pages.
 */
record Rank(double score, String branchId) {

    /**
     * The place that a client has named; null where it has named none.
     *
     * @throws InvalidCursorException where no answer of this service can have held it
     */
    static @Nullable Rank parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int space = decoded.indexOf(' ');
            double score = Double.parseDouble(decoded.substring(0, Math.max(0, space)));
            if (!Double.isFinite(score) || space + 1 >= decoded.length()) {
                throw new InvalidCursorException();
            }
            return new Rank(score, decoded.substring(space + 1));
        } catch (IllegalArgumentException notOurs) {
            throw new InvalidCursorException();
        }
    }

    /** What a client hands in to go on from here. */
    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((score + " " + branchId).getBytes(StandardCharsets.UTF_8));
    }
}
