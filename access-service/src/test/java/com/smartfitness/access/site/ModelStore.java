package com.smartfitness.access.site;

import com.smartfitness.events.DescriptorModel;
import com.smartfitness.models.S3Clients;
import com.smartfitness.stack.ObjectStoreFacts;
import com.smartfitness.testing.stores.Stores;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** The bucket of mlops-service's models. */
public final class ModelStore {

    private final String bucket = Stores.objects().newBucket();
    private final ObjectStoreFacts reader = Stores.objects().newReader(bucket);

    String bucket() {
        return bucket;
    }

    /** What access-service reads it with. */
    ObjectStoreFacts reader() {
        return reader;
    }

    /** Puts a model there; returns what is told of it. */
    public DescriptorModel put(String version, byte[] file) {
        String key = "face/%s.onnx".formatted(version);
        ObjectStoreFacts owner = Stores.objects().owner();
        try (S3Client client = S3Clients.create(owner.endpoint(), owner.accessKey(), owner.secretKey())) {
            client.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(file));
        }
        return new DescriptorModel(version, "s3://%s/%s".formatted(bucket, key), digest(file), 0.93, 0.01);
    }

    private static String digest(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
