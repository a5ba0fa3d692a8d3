package com.smartfitness.mlops.objects;

import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** A bucket behind the S3 API. */
final class S3ObjectStore implements ObjectStore {

    private final S3Client client;
    private final String bucket;

    S3ObjectStore(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public String urlOf(String key) {
        return "s3://" + bucket + "/" + key;
    }

    @Override
    public void put(String key, byte[] content, String contentType) {
        try {
            client.putObject(
                    put -> put.bucket(bucket).key(key).contentType(contentType), RequestBody.fromBytes(content));
        } catch (SdkException e) {
            throw new ObjectStoreUnavailableException(e);
        }
    }

    @Override
    public byte[] get(String key, long limit) {
        try (ResponseInputStream<GetObjectResponse> object =
                client.getObject(get -> get.bucket(bucket).key(key))) {
            byte[] content = object.readNBytes(Math.toIntExact(limit + 1));
            if (content.length > limit) {
                object.abort();
                throw new ObjectTooLargeException(urlOf(key), limit);
            }
            return content;
        } catch (NoSuchKeyException e) {
            throw new ObjectNotFoundException(urlOf(key));
        } catch (SdkException | IOException e) {
            throw new ObjectStoreUnavailableException(e);
        }
    }
}
