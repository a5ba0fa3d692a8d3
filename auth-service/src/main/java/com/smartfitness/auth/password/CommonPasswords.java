package com.smartfitness.auth.password;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.matchers.Dictionary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What everybody tries first: passwords, names and words that zxcvbn's dictionaries rank as the most common ones (Wheeler,
 * "zxcvbn: Low-Budget Password Strength Estimation", USENIX Security 2016; MIT licence), those of this country in a file
 * of our own, and short pieces that are repeated.
 */
final class CommonPasswords {

    /** One to four characters again and again, the last time perhaps not all of them: {@code 12341234}. */
    private static final Pattern REPEATED = Pattern.compile("(.{1,4}?)\\1+(.{0,3})", Pattern.DOTALL);

    /** What people add where punctuation is demanded, which attackers know. */
    private static final Pattern ADDED = Pattern.compile("\\p{Punct}+$");

    private static final Set<String> WORDS = words();

    private CommonPasswords() {}

    static boolean include(String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        return WORDS.contains(lower) || WORDS.contains(ADDED.matcher(lower).replaceFirst("")) || isRepeated(lower);
    }

    private static boolean isRepeated(String password) {
        var repeated = REPEATED.matcher(password);
        return repeated.matches() && repeated.group(1).startsWith(repeated.group(2));
    }

    private static Set<String> words() {
        try (InputStream own =
                Objects.requireNonNull(CommonPasswords.class.getResourceAsStream("korean-passwords.txt"))) {
            Stream<String> listed = StandardDictionaries.loadAllDictionaries().stream()
                    .map(Dictionary::getFrequencies)
                    .flatMap(words -> words.stream());
            Stream<String> ours = new String(own.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"));
            // Shorter ones matter too: with punctuation added they are long enough.
            return Stream.concat(listed, ours).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
