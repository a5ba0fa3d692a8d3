package com.smartfitness.search.branch;

import java.util.ArrayList;
import java.util.List;

/**
 * Why a branch was found: a passage that says what was looked for.
 *
 * @param from what the passage is of
 * @param text plain
 * @param matches where in it the words are
 */
record Reason(Source from, String text, List<Match> matches) {

    /** Marks that no text has, because they are no characters. */
    static final String BEGIN = "\uE000";

    static final String END = "\uE001";

    /** What a passage is of. */
    enum Source {
        NAME,
        ADDRESS,
        AMENITY,
        EQUIPMENT,
        INTRODUCTION,
        REVIEW
    }

    /**
     * Characters of a text, UTF-16.
     *
     * @param end itself outside
     */
    record Match(int start, int end) {}

    /** Reads a passage in which words are marked. */
    static Reason marked(Source from, String passage) {
        StringBuilder text = new StringBuilder(passage.length());
        List<Match> matches = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < passage.length(); i++) {
            char character = passage.charAt(i);
            if (character == BEGIN.charAt(0)) {
                start = text.length();
            } else if (character == END.charAt(0)) {
                matches.add(new Match(start, text.length()));
            } else {
                text.append(character);
            }
        }
        return new Reason(from, text.toString(), List.copyOf(matches));
    }
}
