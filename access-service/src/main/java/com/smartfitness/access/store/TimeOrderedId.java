package com.smartfitness.access.store;

import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Identifiers whose order as text is that of their times, to the millisecond: UUIDs of version 7 (RFC 9562). */
public final class TimeOrderedId {

    private static final int TIME_DIGITS = 12;

    private TimeOrderedId() {}

    /** A new one. */
    public static String at(Instant time) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long first = time.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000);
        long second = 0x8000_0000_0000_0000L | random.nextLong() >>> 2;
        return new java.util.UUID(first, second).toString();
    }

    /** Before every identifier of this time or later. */
    public static String before(Instant time) {
        String digits = HexFormat.of().toHexDigits(time.toEpochMilli(), TIME_DIGITS);
        return digits.substring(0, 8) + "-" + digits.substring(8);
    }
}
