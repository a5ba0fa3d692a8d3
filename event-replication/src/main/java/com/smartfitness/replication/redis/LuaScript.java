package com.smartfitness.replication.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A script and the name that Redis knows it by once it has seen it. Its first line makes Redis look before the start
 * whether it may write now, so that none ends half done because memory or disk are full.
 *
 * @param sha1 of the text in hexadecimal
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LuaScript(byte[] text, String sha1) {

    /** A script that is not begun while memory is full. */
    static LuaScript writing(String... parts) {
        return of("#!lua\n", parts);
    }

    /** A script that makes room, and so may write while memory is full. */
    static LuaScript relieving(String... parts) {
        return of("#!lua flags=allow-oom\n", parts);
    }

    static LuaScript reading(String... parts) {
        return of("#!lua flags=no-writes\n", parts);
    }

    /** Reads a part from its file, without the suffix. */
    static String part(String name) {
        try (InputStream file = LuaScript.class.getResourceAsStream(name + ".lua")) {
            if (file == null) {
                throw new IllegalArgumentException("There is no script " + name);
            }
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LuaScript of(String shebang, String... parts) {
        byte[] text = (shebang + String.join("\n", parts)).getBytes(UTF_8);
        try {
            return new LuaScript(
                    text,
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-1", e);
        }
    }
}
