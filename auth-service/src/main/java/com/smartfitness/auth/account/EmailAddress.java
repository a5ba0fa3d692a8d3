package com.smartfitness.auth.account;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address in the one form that accounts are found by: small letters, the domain in its ASCII form. Addresses
 * that differ in nothing else belong to one account.
 *
 * @param value personal data: never to be logged or published
 */
public record EmailAddress(String value) {

    /** Of the whole address, in characters (RFC 5321, 4.5.3.1.3, without the brackets). */
    public static final int LONGEST = 254;

    private static final int LONGEST_LOCAL_PART = 64;
    // Quoted local parts are allowed by RFC 5321 and used by nobody.
    private static final String ATOM = "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern LOCAL_PART = Pattern.compile(ATOM + "(\\." + ATOM + ")*+");
    private static final Pattern DOMAIN = Pattern.compile("([a-z0-9-]+\\.)++[a-z][a-z0-9-]*[a-z0-9]");

    /** Reads what somebody has typed; empty where it cannot be an address. */
    public static Optional<EmailAddress> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String small = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        int at = small.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL_PART) {
            return Optional.empty();
        }
        String local = small.substring(0, at);
        return asciiDomain(small.substring(at + 1))
                .filter(domain -> LOCAL_PART.matcher(local).matches())
                .map(domain -> new EmailAddress(local + '@' + domain))
                .filter(address -> address.value.length() <= LONGEST);
    }

    private static Optional<String> asciiDomain(String domain) {
        try {
            String ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return Optional.of(ascii).filter(name -> DOMAIN.matcher(name).matches());
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "an e-mail address";
    }
}
