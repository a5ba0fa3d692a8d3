package com.smartfitness.auth.account;

import com.smartfitness.auth.card.Card;

/**
 * What an account keeps of a card.
 *
 * @param number on its way to its keyed hash, and stored nowhere
 * @param lastFour digits that may be shown
 */
record CardMark(String number, String lastFour) {

    static CardMark of(Card card) {
        return new CardMark(card.number(), card.lastFour());
    }

    @Override
    public String toString() {
        return "a card";
    }
}
