package com.smartfitness.fleet;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Ways into the fleet's object stores. */
public final class ObjectClients {

    private ObjectClients() {}

    /** A client of a service's own object store, as that service, which the caller closes. */
    public static S3Client ofOwner(Service service) {
        Map<String, String> way = service.environment();
        return of(
                requireNonNull(way.get("OBJECTS_ENDPOINT")),
                requireNonNull(way.get("OBJECTS_ACCESS_KEY")),
                requireNonNull(way.get("OBJECTS_SECRET_KEY")));
    }

    /** A client with these keys, which the caller closes. */
    public static S3Client of(String endpoint, String accessKey, String secretKey) {
        return S3Client.builder()
                .endpointOverride(URI.create(endpoint))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                // Not in signed chunks: S3Proxy hangs up on those whose frames come in pieces.
                .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .httpClient(UrlConnectionHttpClient.create())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
                .build();
    }
}
