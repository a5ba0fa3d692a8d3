package com.smartfitness.auth.password;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a new password has to be: 8 to 128 characters of any kind, and none of those that everybody tries first.
 * Nothing is asked for that makes people write passwords down (NIST SP 800-63B, 3.1.1.2).
 */
public final class PasswordRule {

    /** In characters as people count them: Unicode code points in form C. */
    public static final int SHORTEST = 8;

    /** Counted likewise. */
    public static final int LONGEST = 128;

    private static final Set<String> COMMON = read("common-passwords.txt");

    private PasswordRule() {}

    /** A sentence that says what is wrong with the password; empty where it may be used. */
    public static Optional<String> objectionTo(String password) {
        String composed = Normalizer.normalize(password, Normalizer.Form.NFC);
        int length = composed.codePointCount(0, composed.length());
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of("A password has %d to %d characters.".formatted(SHORTEST, LONGEST));
        }
        if (isCommon(composed)) {
            return Optional.of("This password is one of those that are tried first. Choose another.");
        }
        return Optional.empty();
    }

    private static boolean isCommon(String password) {
        boolean oneCharacter = password.codePoints().distinct().count() == 1;
        return oneCharacter || COMMON.contains(password.toLowerCase(Locale.ROOT));
    }

    private static Set<String> read(String resource) {
        try (InputStream in = Objects.requireNonNull(PasswordRule.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
