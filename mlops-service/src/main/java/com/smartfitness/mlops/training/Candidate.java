package com.smartfitness.mlops.training;

import com.smartfitness.mlops.model.RegisteredModel;
import org.jspecify.annotations.Nullable;

/**
 * What a course hands back: its file is stored, and nothing of it is registered yet.
 *
 * @param model absent where none was made
 */
record Candidate(@Nullable RegisteredModel model, TrainingOutcome outcome) {

    static Candidate none(String reason) {
        return new Candidate(null, TrainingOutcome.kept(reason));
    }
}
