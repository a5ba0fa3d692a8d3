package com.smartfitness.auth.card;

/** Knows whose a card is. */
public interface CardCheck {

    /**
     * Lets pass a card that is the holder's.
     *
     * @throws CardRefusedException where it is not
     * @throws CardCheckUnavailableException where nobody can be asked at the moment
     */
    void require(Card card, String holder);
}
