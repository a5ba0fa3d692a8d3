package com.smartfitness.stack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Whom Redis lets in, and what they may do. Nobody enters without a name: Redis' default user is off. */
public final class RedisUsers {

    /** May load the list of users, and nothing else. */
    public static final String ADMINISTRATOR = "administrator";

    /** Sees whose connections there are, and nothing else. */
    static final String INSPECTOR = "inspector";

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,50}");

    // Of what is dangerous, services may ask for the state, which health checks do, and for settings and rights,
    // because none starts on a store that may lose what it has acknowledged.
    private static final String OF_A_SERVICE = "~* &* +@all -@admin -@dangerous +info +config|get +acl|dryrun";

    // Nobody can be this user. As who Redis reads its append-only file, and without rights would leave out what was
    // changed in transactions and scripts (redis/redis#14541).
    private static final String OF_NOBODY = "~* &* +@all";
    private static final String OF_THE_ADMINISTRATOR = "+ping +acl";
    private static final String OF_THE_INSPECTOR = "+client|list";

    private RedisUsers() {}

    /** The name, which is one that a service can have. */
    public static String serviceNamed(String name) {
        if (!NAME.matcher(name).matches() || name.equals(ADMINISTRATOR) || name.equals(INSPECTOR)) {
            throw new IllegalArgumentException("No name for a user: " + name);
        }
        return name;
    }

    /**
     * The text of Redis' {@code aclfile}. Passwords are in it as hashes, since Redis rewrites and shows what it reads.
     *
     * @param passwords by the users' names
     */
    public static String file(Map<String, String> passwords) {
        StringBuilder lines = new StringBuilder("user default off %s\n".formatted(OF_NOBODY));
        new TreeMap<>(passwords)
                .forEach((name, password) ->
                        lines.append("user %s on #%s %s\n".formatted(name, sha256(password), rightsOf(name))));
        return lines.toString();
    }

    private static String rightsOf(String name) {
        return switch (name) {
            case ADMINISTRATOR -> OF_THE_ADMINISTRATOR;
            case INSPECTOR -> OF_THE_INSPECTOR;
            default -> OF_A_SERVICE;
        };
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
