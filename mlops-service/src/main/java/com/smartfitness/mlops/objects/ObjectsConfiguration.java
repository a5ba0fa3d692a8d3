package com.smartfitness.mlops.objects;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;

/** The clients of the object stores. None connects before it is used. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ObjectsProperties.class, PhotosProperties.class})
class ObjectsConfiguration {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration WHOLE_CALL = Duration.ofSeconds(15);

    @Bean(destroyMethod = "close")
    S3Client ownClient(ObjectsProperties own) {
        return client(own.endpoint(), own.accessKey(), own.secretKey());
    }

    @Bean(destroyMethod = "close")
    S3Client photosClient(PhotosProperties photos) {
        return client(photos.endpoint(), photos.accessKey(), photos.secretKey());
    }

    @Bean
    ObjectStores objectStores(
            S3Client ownClient, S3Client photosClient, ObjectsProperties own, PhotosProperties photos) {
        return new ObjectStores(
                new S3ObjectStore(ownClient, own.modelsBucket()),
                new S3ObjectStore(ownClient, own.samplesBucket()),
                new S3ObjectStore(photosClient, photos.bucket()));
    }

    private static S3Client client(URI endpoint, String accessKey, String secretKey) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                // Signatures name a region, and stores of this fleet are in none.
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(ANSWER))
                // Not in signed chunks: S3Proxy hangs up on those whose frames come in pieces.
                .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
                // Who calls knows whether to try again, and when.
                .overrideConfiguration(settings -> settings.retryStrategy(DefaultRetryStrategy.doNotRetry())
                        .apiCallTimeout(WHOLE_CALL))
                .build();
    }
}
