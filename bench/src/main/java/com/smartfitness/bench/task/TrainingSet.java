package com.smartfitness.bench.task;

import com.smartfitness.bench.photo.SmallPhoto;
import com.smartfitness.events.Judgement;
import com.smartfitness.fleet.FleetPlan;
import com.smartfitness.fleet.demo.GatewayClient;
import java.net.URI;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Confirmed tasks whose small photos helper-service keeps: what mlops-service can learn from once it has fetched them. */
public final class TrainingSet {

    private static final String BUCKET = "helper-photos";
    private static final int POLL_MILLIS = 500;
    private static final String READY =
            "select count(*) from sample_photo join sample_picture using (sha256) where features is not null";

    private final FleetPlan plan;

    public TrainingSet(FleetPlan plan) {
        this.plan = plan;
    }

    /** Publishes so many, half of them tidy, and waits until mlops-service could begin. */
    public void make(String branchId, int count, GatewayClient gateway, String operator)
            throws SQLException, InterruptedException {
        put(count);
        PublishedTasks tasks = new PublishedTasks(plan, branchId);
        String url = "s3://%s/bench/".formatted(BUCKET);
        tasks.confirmed(Judgement.GOOD, url, 0, count / 2);
        tasks.confirmed(Judgement.INSUFFICIENT, url, count / 2, count - count / 2);
        new Rebuilding(gateway, operator, "mlops").begin();
        try (StoreOf mlops = StoreOf.service(plan, "mlops-service")) {
            while (Integer.parseInt(mlops.ask(READY)) < count) {
                Thread.sleep(POLL_MILLIS);
            }
        }
    }

    private void put(int count) {
        Map<String, String> way = plan.service("helper-service").environment();
        try (S3Client objects = S3Client.builder()
                .endpointOverride(URI.create(way.get("OBJECTS_ENDPOINT")))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                // Not in signed chunks: S3Proxy hangs up on those whose frames come in pieces.
                .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .httpClient(UrlConnectionHttpClient.create())
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(way.get("OBJECTS_ACCESS_KEY"), way.get("OBJECTS_SECRET_KEY"))))
                .build()) {
            IntStream.range(0, count)
                    .parallel()
                    .forEach(number -> objects.putObject(
                            put -> put.bucket(BUCKET).key("bench/" + number).contentType("image/jpeg"),
                            RequestBody.fromBytes(SmallPhoto.draw(number, number < count / 2))));
        }
    }
}
