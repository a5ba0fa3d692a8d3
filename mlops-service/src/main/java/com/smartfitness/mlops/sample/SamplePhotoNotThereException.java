package com.smartfitness.mlops.sample;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The sample is known, its photo has not been copied. */
final class SamplePhotoNotThereException extends ProblemException {

    private SamplePhotoNotThereException(String message) {
        super(HttpStatus.NOT_FOUND, "sample-photo-not-there", message);
    }

    static SamplePhotoNotThereException of(TrainingSample sample) {
        return new SamplePhotoNotThereException(
                "The photo of task %s is %s; the sample says why.".formatted(sample.taskId(), sample.photo()));
    }
}
