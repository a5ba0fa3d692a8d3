package com.smartfitness.helper.task;

/**
 * Where the photo lies and what it is.
 *
 * @param key in the photo store
 * @param mediaType e.g. {@code image/jpeg}
 */
public record TaskPhoto(String key, String mediaType, String sha256) {}
