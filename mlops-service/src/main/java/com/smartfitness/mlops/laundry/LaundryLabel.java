package com.smartfitness.mlops.laundry;

import com.smartfitness.events.Judgement;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What the model tells apart, in the order of its output. That a photo shows neither clearly is no class of its own. */
public enum LaundryLabel {
    GOOD(0, "양호", Judgement.GOOD),
    INSUFFICIENT(1, "미흡", Judgement.INSUFFICIENT);

    private final int position;
    private final String text;
    private final Judgement judgement;

    LaundryLabel(int position, String text, Judgement judgement) {
        this.position = position;
        this.text = text;
        this.judgement = judgement;
    }

    /** Its place in the model's output. */
    int position() {
        return position;
    }

    /** As it stands in the model's metadata. */
    public String text() {
        return text;
    }

    /** As it travels in events. */
    public Judgement judgement() {
        return judgement;
    }

    /** Read from how it is kept, {@code 양호} or {@code 미흡}. */
    public static LaundryLabel ofText(String text) {
        return Arrays.stream(values())
                .filter(label -> label.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No label is called " + text));
    }

    static LaundryLabel at(int position) {
        return Arrays.stream(values())
                .filter(label -> label.position == position)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No label has the place " + position));
    }

    /** All of them, as they stand in the model's metadata: in the order of its output, with commas between them. */
    public static String all() {
        return Arrays.stream(values()).map(LaundryLabel::text).collect(Collectors.joining(","));
    }
}
