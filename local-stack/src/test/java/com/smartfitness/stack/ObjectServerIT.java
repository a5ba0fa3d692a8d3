package com.smartfitness.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObjectServerIT {

    private final ObjectServer server = ObjectServer.temporary();

    @BeforeAll
    void start() {
        server.start();
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void keepsObjectsAndKeysOverKillAndStop() {
        server.ensureBucket("kept");
        ObjectStoreFacts owner = server.owner();
        ObjectStoreFacts reader = server.reader("someone", "kept");
        put(owner, "kept", "photos/하나.jpg", "content");

        server.kill();
        assertThatThrownBy(() -> get(owner, "kept", "photos/하나.jpg")).hasMessageContaining("refused");
        server.start();
        server.restart();
        server.ensureBucket("kept");

        assertThat(server.owner()).isEqualTo(owner);
        assertThat(server.reader("someone", "kept")).isEqualTo(reader);
        assertThat(get(reader, "kept", "photos/하나.jpg")).isEqualTo("content");
        try (S3Client client = client(owner)) {
            assertThat(client.headObject(head -> head.bucket("kept").key("photos/하나.jpg"))
                            .contentType())
                    .isEqualTo("image/jpeg");
        }
    }

    @Test
    void letsReadersGetObjectsOfTheirBucketsAndNothingElse() throws Exception {
        server.ensureBucket("open");
        server.ensureBucket("closed");
        put(server.owner(), "open", "a", "content");
        put(server.owner(), "closed", "b", "content");

        try (S3Client reader = client(server.reader("reader", "open"))) {
            assertThat(reader.getObjectAsBytes(get -> get.bucket("open").key("a"))
                            .asUtf8String())
                    .isEqualTo("content");
            assertThat(reader.headObject(head -> head.bucket("open").key("a")).contentLength())
                    .isEqualTo(7);
            assertRefused(
                    () -> reader.getObjectAsBytes(get -> get.bucket("closed").key("b")));
            assertThat(statusOfPutting(server.reader("reader", "open"), "open", "c"))
                    .isEqualTo(403);
            assertThat(statusOfPutting(server.reader("reader", "open"), "open", "a"))
                    .isEqualTo(403);
            assertRefused(
                    () -> reader.deleteObject(delete -> delete.bucket("open").key("a")));
            assertRefused(() -> reader.copyObject(copy -> copy.sourceBucket("closed")
                    .sourceKey("b")
                    .destinationBucket("open")
                    .destinationKey("d")));
            assertRefused(() ->
                    reader.createMultipartUpload(upload -> upload.bucket("open").key("e")));
            assertRefused(
                    () -> reader.putObjectAcl(acl -> acl.bucket("open").key("a").acl(ObjectCannedACL.PUBLIC_READ)));
            assertRefused(() -> reader.listObjectsV2(list -> list.bucket("open")));
            assertRefused(() -> reader.listObjects(list -> list.bucket("open")));
            assertRefused(reader::listBuckets);
            assertRefused(() -> reader.createBucket(create -> create.bucket("mine")));
            assertRefused(() -> reader.deleteBucket(delete -> delete.bucket("open")));
        }

        assertThat(get(server.owner(), "open", "a")).isEqualTo("content");
    }

    @Test
    void refusesUnknownKeysAndWrongSecrets() {
        server.ensureBucket("guarded");
        put(server.owner(), "guarded", "a", "content");
        ObjectStoreFacts owner = server.owner();

        assertRefused(() -> get(new ObjectStoreFacts(owner.endpoint(), "owner", "guess"), "guarded", "a"));
        assertRefused(() -> get(new ObjectStoreFacts(owner.endpoint(), "stranger", "guess"), "guarded", "a"));
        assertRefused(() -> get(new ObjectStoreFacts(owner.endpoint(), "..", owner.secretKey()), "guarded", "a"));
    }

    @Test
    void refusesThoseWithoutAKeyWhateverAnObjectGrants() {
        server.ensureBucket("private");
        try (S3Client owner = client(server.owner())) {
            owner.putObject(
                    put -> put.bucket("private").key("a").acl(ObjectCannedACL.PUBLIC_READ),
                    RequestBody.fromString("content"));
        }

        assertThat(Http.status(server.owner().endpoint() + "/private/a")).isEqualTo(403);
    }

    @Test
    void refusesAPortThatIsTaken() {
        try (ObjectServer second = ObjectServer.at(Path.of("/tmp/never-made"), server.port())) {
            assertThatThrownBy(second::start)
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("Port %d is in use, so S3Proxy cannot start", server.port());
        }
    }

    private static void assertRefused(ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
    }

    private static void put(ObjectStoreFacts facts, String bucket, String key, String content) {
        try (S3Client client = client(facts)) {
            client.putObject(
                    put -> put.bucket(bucket).key(key).contentType("image/jpeg"), RequestBody.fromString(content));
        }
    }

    /** Asks before the body is sent: a refusal that comes while one is on its way breaks the connection. */
    private static int statusOfPutting(ObjectStoreFacts facts, String bucket, String key) throws Exception {
        try (S3Presigner presigner = S3Presigner.builder()
                        .endpointOverride(URI.create(facts.endpoint()))
                        .region(Region.US_EAST_1)
                        .serviceConfiguration(S3Configuration.builder()
                                .pathStyleAccessEnabled(true)
                                .build())
                        .credentialsProvider(credentials(facts))
                        .build();
                HttpClient http = HttpClient.newHttpClient()) {
            URI signed = presigner
                    .presignPutObject(presign -> presign.signatureDuration(Duration.ofMinutes(1))
                            .putObjectRequest(put -> put.bucket(bucket).key(key)))
                    .url()
                    .toURI();
            HttpRequest request = HttpRequest.newBuilder(signed)
                    .expectContinue(true)
                    .PUT(BodyPublishers.ofString("other"))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private static String get(ObjectStoreFacts facts, String bucket, String key) {
        try (S3Client client = client(facts)) {
            return client.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asUtf8String();
        }
    }

    private static S3Client client(ObjectStoreFacts facts) {
        return S3Client.builder()
                .endpointOverride(URI.create(facts.endpoint()))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                // Not in signed chunks: S3Proxy hangs up on those whose frames come in pieces.
                .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
                .credentialsProvider(credentials(facts))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private static StaticCredentialsProvider credentials(ObjectStoreFacts facts) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(facts.accessKey(), facts.secretKey()));
    }
}
