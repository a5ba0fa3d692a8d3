package com.smartfitness.mlops.sample;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the address of a photo, which comes from outside: nothing that is not plainly in the one bucket is opened. */
final class PhotoAddress {

    private static final Pattern FORM = Pattern.compile("s3://([a-z0-9.-]{3,63})/([A-Za-z0-9][A-Za-z0-9/_.=-]{0,511})");
    private static final Pattern CLIMBING = Pattern.compile("(^|/)\\.{0,2}(/|$)");

    private PhotoAddress() {}

    /** The key of the photo in the bucket; empty where it is elsewhere. */
    static Optional<String> keyIn(String bucket, @Nullable String url) {
        Matcher address = FORM.matcher(url == null ? "" : url);
        return address.matches()
                        && address.group(1).equals(bucket)
                        && !CLIMBING.matcher(address.group(2)).find()
                ? Optional.of(address.group(2))
                : Optional.empty();
    }
}
