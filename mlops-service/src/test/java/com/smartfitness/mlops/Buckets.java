package com.smartfitness.mlops;

import com.smartfitness.stack.ObjectStoreFacts;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** An object store, as its owner uses it. */
public final class Buckets implements AutoCloseable {

    private final S3Client client;

    public Buckets(ObjectStoreFacts owner) {
        client = S3Client.builder()
                .endpointOverride(URI.create(owner.endpoint()))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(owner.accessKey(), owner.secretKey())))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                // Not in signed chunks: S3Proxy hangs up on those whose frames come in pieces.
                .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
                .build();
    }

    public void put(String bucket, String key, byte[] content) {
        client.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(content));
    }

    public byte[] get(String bucket, String key) {
        return client.getObject(get -> get.bucket(bucket).key(key), ResponseTransformer.toBytes())
                .asByteArray();
    }

    @Override
    public void close() {
        client.close();
    }
}
