package com.smartfitness.access.face;

import com.smartfitness.defaults.problem.ProblemException;
import com.smartfitness.recognition.FaceFlaw;
import org.springframework.http.HttpStatus;

/** A photo on which no face can be told, and what to do better. */
final class UnusablePhotoException extends ProblemException {

    private UnusablePhotoException(String type, String message) {
        super(HttpStatus.UNPROCESSABLE_CONTENT, type, message);
    }

    static UnusablePhotoException of(FaceFlaw flaw) {
        return switch (flaw) {
            case NO_FACE ->
                new UnusablePhotoException("no-face", "There is no face on the photo. Look into the camera.");
            case SEVERAL_FACES ->
                new UnusablePhotoException(
                        "several-faces",
                        "There are several faces on the photo. Come closer, or ask others to step back.");
            case TOO_SMALL ->
                new UnusablePhotoException("face-too-small", "The face on the photo is too small. Come closer.");
            case TOO_DARK ->
                new UnusablePhotoException("face-too-dark", "The face on the photo is too dark. Find more light.");
            case TOO_BLURRED ->
                new UnusablePhotoException("face-too-blurred", "The face on the photo is blurred. Hold still.");
        };
    }

    static UnusablePhotoException spoofed() {
        return new UnusablePhotoException("face-not-live", "This does not look like a person before the camera.");
    }
}
