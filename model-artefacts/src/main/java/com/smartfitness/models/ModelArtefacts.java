package com.smartfitness.models;

import com.smartfitness.onnx.UnusableModelException;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Fetches models out of mlops-service's bucket, and out of no other, whatever an event names. */
public final class ModelArtefacts {

    private final ModelsProperties store;
    private final String bucket;
    private final long maxSize;

    ModelArtefacts(ModelsProperties properties) {
        this.store = properties;
        this.bucket = properties.bucket();
        this.maxSize = properties.maxSize().toBytes();
    }

    /**
     * The artefact, which is what its digest says.
     *
     * @param artifactUrl {@code s3://bucket/key}, input from outside
     * @param sha256 of its bytes, in lower-case hexadecimal
     * @throws UnusableModelException where it lies elsewhere, cannot be had, or is another
     */
    public byte[] fetch(String artifactUrl, String sha256) {
        String key = key(artifactUrl);
        byte[] artefact = read(key);
        if (!digest(artefact).equals(sha256)) {
            throw new UnusableModelException("%s has not the digest that was announced".formatted(key));
        }
        return artefact;
    }

    private String key(String url) {
        String prefix = "s3://%s/".formatted(bucket);
        if (!url.startsWith(prefix) || url.length() == prefix.length()) {
            throw new UnusableModelException("%s does not lie in the bucket %s".formatted(url, bucket));
        }
        return url.substring(prefix.length());
    }

    private byte[] read(String key) {
        // A client for each model: they come seldom, and one that is kept costs memory all the time.
        try (S3Client client = S3Clients.create(store.endpoint(), store.accessKey(), store.secretKey());
                ResponseInputStream<GetObjectResponse> artefact =
                        client.getObject(get -> get.bucket(bucket).key(key))) {
            byte[] bytes = artefact.readNBytes(Math.toIntExact(maxSize + 1));
            if (bytes.length > maxSize) {
                artefact.abort();
                throw new UnusableModelException("%s is larger than %d bytes".formatted(key, maxSize));
            }
            return bytes;
        } catch (SdkException | IOException e) {
            throw new UnusableModelException("%s cannot be fetched: %s".formatted(key, reason(e)), e);
        }
    }

    /** Without the number of the request, which would make every attempt another. */
    private static String reason(Exception e) {
        return e instanceof S3Exception refused
                ? "status %d".formatted(refused.statusCode())
                : e.getClass().getSimpleName();
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
