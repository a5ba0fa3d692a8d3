package com.smartfitness.helper.reward;

/**
 * The sum of a helper's ledger.
 *
 * @param amount in the currency's minor unit
 */
record Balance(long amount, String currency) {}
