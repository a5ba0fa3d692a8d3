package com.smartfitness.auth.password;

import java.text.Normalizer;
import java.util.Optional;

/**
 * What a new password has to be: 8 to 128 characters of any kind, and none of those that everybody tries first.
 * Nothing is asked for that makes people write passwords down (NIST SP 800-63B, 3.1.1.2).
 */
public final class PasswordRule {

    /** In characters as people count them: Unicode code points in form C. */
    public static final int SHORTEST = 8;

    /** Counted likewise. */
    public static final int LONGEST = 128;

    private PasswordRule() {}

    /** A sentence that says what is wrong with the password; empty where it may be used. */
    public static Optional<String> objectionTo(String password) {
        String composed = Normalizer.normalize(password, Normalizer.Form.NFC);
        int length = composed.codePointCount(0, composed.length());
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of("A password has %d to %d characters.".formatted(SHORTEST, LONGEST));
        }
        if (CommonPasswords.include(composed)) {
            return Optional.of("This password is one of those that are tried first. Choose another.");
        }
        return Optional.empty();
    }
}
