package com.smartfitness.auth.card;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The outside service does not know the card as this person's. */
public final class CardRefusedException extends ProblemException {

    CardRefusedException() {
        super(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "card-refused",
                "The card could not be confirmed as yours. Check number, expiry, CVV and your name, or use another card.");
    }
}
