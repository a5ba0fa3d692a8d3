package com.smartfitness.replication;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.replication.consumer.DeadLetter;
import com.smartfitness.replication.consumer.DeadLetters;
import com.smartfitness.testing.stores.Eventually;
import java.util.List;

/** The dead letters of one queue of a running service. */
public record Letters(RunningService service, String queue) {

    /** Waits for the one letter about an aggregate. */
    public DeadLetter only(String subject) {
        List<DeadLetter> letters =
                Eventually.becomes("a dead letter for " + subject, () -> about(subject), found -> !found.isEmpty());
        assertThat(letters).hasSize(1);
        return letters.getFirst();
    }

    public List<DeadLetter> about(String subject) {
        return all().stream().filter(letter -> subject.equals(letter.subject())).toList();
    }

    public List<DeadLetter> all() {
        try {
            return service.bean(DeadLetters.class).list(queue, DeadLetters.REACH);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
