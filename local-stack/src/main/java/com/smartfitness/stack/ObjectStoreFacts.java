package com.smartfitness.stack;

/** What an S3 client needs to reach an object store with one key. Buckets are addressed by path. */
public record ObjectStoreFacts(String endpoint, String accessKey, String secretKey) {}
