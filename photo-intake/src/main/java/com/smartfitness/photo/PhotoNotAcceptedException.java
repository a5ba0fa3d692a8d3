package com.smartfitness.photo;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** What was sent in is not taken as a photo. */
public final class PhotoNotAcceptedException extends ProblemException {

    private PhotoNotAcceptedException(HttpStatus status, String type, String message) {
        super(status, type, message);
    }

    static PhotoNotAcceptedException tooLarge(DataSize limit) {
        return new PhotoNotAcceptedException(
                HttpStatus.CONTENT_TOO_LARGE,
                "content-too-large",
                "The photo is larger than %d MB. Send a smaller one.".formatted(limit.toMegabytes()));
    }

    static PhotoNotAcceptedException unknownFormat() {
        return new PhotoNotAcceptedException(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "photo-format-unsupported",
                "The file is neither JPEG nor PNG nor WebP, whatever its name says. Send a photo in one of these.");
    }

    static PhotoNotAcceptedException unreadable() {
        return new PhotoNotAcceptedException(
                HttpStatus.BAD_REQUEST, "photo-unreadable", "The photo is cut off or damaged. Take another one.");
    }

    static PhotoNotAcceptedException dimensions(int width, int height, PhotoProperties allowed) {
        return new PhotoNotAcceptedException(
                HttpStatus.BAD_REQUEST,
                "photo-dimensions",
                "The photo has %d x %d pixels. Each side may have %d to %d, all of them together %d million."
                        .formatted(
                                width, height, allowed.minSide(), allowed.maxSide(), allowed.maxPixels() / 1_000_000));
    }
}
