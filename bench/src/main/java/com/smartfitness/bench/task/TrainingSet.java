package com.smartfitness.bench.task;

import com.smartfitness.bench.machine.StoreOf;
import com.smartfitness.bench.photo.SmallPhoto;
import com.smartfitness.events.Judgement;
import com.smartfitness.fleet.FleetPlan;
import com.smartfitness.fleet.ObjectClients;
import com.smartfitness.fleet.demo.GatewayClient;
import com.smartfitness.testing.stores.Eventually;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Confirmed tasks whose small photos helper-service keeps: what mlops-service can learn from once it has fetched them. */
public final class TrainingSet {

    private static final String BUCKET = "helper-photos";
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final String READY =
            "select count(*) from sample_photo join sample_picture using (sha256) where features is not null";

    private final FleetPlan plan;

    public TrainingSet(FleetPlan plan) {
        this.plan = plan;
    }

    /** Publishes so many, half of them tidy, and waits until mlops-service could begin. */
    public void make(String branchId, int count, GatewayClient gateway, String operator) throws SQLException {
        put(count);
        PublishedTasks tasks = new PublishedTasks(plan, branchId);
        String url = "s3://%s/bench/".formatted(BUCKET);
        tasks.confirmed(Judgement.GOOD, url, 0, count / 2);
        tasks.confirmed(Judgement.INSUFFICIENT, url, count / 2, count - count / 2);
        new Rebuilding(gateway, operator, "mlops").begin();
        try (StoreOf mlops = StoreOf.service(plan, "mlops-service")) {
            Eventually.holds(
                    count + " photos can be learnt from", LIMIT, () -> Integer.parseInt(mlops.ask(READY)) >= count);
        }
    }

    private void put(int count) {
        try (S3Client objects = ObjectClients.ofOwner(plan.service("helper-service"))) {
            IntStream.range(0, count)
                    .parallel()
                    .forEach(number -> objects.putObject(
                            put -> put.bucket(BUCKET).key("bench/" + number).contentType("image/jpeg"),
                            RequestBody.fromBytes(SmallPhoto.draw(number, number < count / 2))));
        }
    }
}
