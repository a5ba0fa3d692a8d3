package com.smartfitness.helper.photo;

import com.smartfitness.models.S3Clients;
import com.smartfitness.photo.CleanPhoto;
import com.smartfitness.replication.report.OwnStore;
import jakarta.annotation.PreDestroy;
import java.io.InputStream;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Photos in a bucket of this service's own object store. */
@Component
class S3PhotoStore implements PhotoStore, OwnStore {

    private static final Logger log = LoggerFactory.getLogger(S3PhotoStore.class);

    private final S3Client client;
    private final String bucket;

    S3PhotoStore(ObjectsProperties properties) {
        this.client = S3Clients.create(properties.endpoint(), properties.accessKey(), properties.secretKey());
        this.bucket = properties.bucket();
    }

    @PreDestroy
    void close() {
        client.close();
    }

    @Override
    public void put(String key, CleanPhoto photo) {
        ask(() -> client.putObject(
                put -> put.bucket(bucket).key(key).contentType(photo.mediaType()),
                RequestBody.fromBytes(photo.bytes())));
    }

    @Override
    public byte[] read(String key) {
        return ask(() -> client.getObjectAsBytes(get -> get.bucket(bucket).key(key)))
                .asByteArray();
    }

    @Override
    public InputStream open(String key) {
        return ask(() -> client.getObject(get -> get.bucket(bucket).key(key)));
    }

    @Override
    public void discard(String key) {
        try {
            client.deleteObject(delete -> delete.bucket(bucket).key(key));
        } catch (SdkException e) {
            log.warn("The photo {} stays although nothing refers to it: {}", key, e.toString());
        }
    }

    @Override
    public String url(String key) {
        return "s3://%s/%s".formatted(bucket, key);
    }

    @Override
    public String name() {
        return "objects";
    }

    @Override
    public Figures look() {
        ask(() -> client.headBucket(head -> head.bucket(bucket)));
        return Figures.UNTOLD;
    }

    private static <T> T ask(Supplier<T> request) {
        try {
            return request.get();
        } catch (NoSuchKeyException e) {
            throw PhotoMissingException.create();
        } catch (SdkException e) {
            throw new PhotoStoreUnavailableException(e);
        }
    }
}
