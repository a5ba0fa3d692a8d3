package com.smartfitness.helper.photo;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.models.S3Clients;
import com.smartfitness.stack.ObjectStoreFacts;
import com.smartfitness.testing.stores.Stores;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.metrics.CoreMetric;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.metrics.MetricCollection;
import software.amazon.awssdk.metrics.MetricPublisher;
import software.amazon.awssdk.services.s3.S3Client;

class S3ClientsIT {

    private static final int PHOTOS = 400;

    /** Counts attempts that failed. */
    private static final class Failures implements MetricPublisher {

        private final AtomicInteger count = new AtomicInteger();

        @Override
        public void publish(MetricCollection call) {
            call.metricValues(CoreMetric.RETRY_COUNT).forEach(count::addAndGet);
        }

        @Override
        public void close() {}
    }

    @Test
    void uploadsAtTheFirstAttemptHoweverThePiecesArrive() {
        ObjectStoreFacts owner = Stores.objects().owner();
        String bucket = Stores.objects().newBucket();
        Failures failures = new Failures();
        try (S3Client client = S3Clients.create(owner.endpoint(), owner.accessKey(), owner.secretKey())) {
            IntStream.range(0, PHOTOS)
                    .parallel()
                    .forEach(number -> client.putObject(
                            put -> put.bucket(bucket)
                                    .key("photo-" + number)
                                    .overrideConfiguration(call -> call.addMetricPublisher(failures)),
                            RequestBody.fromBytes(new byte[5_000 + number])));

            assertThat(client.listObjectsV2(list -> list.bucket(bucket)).contents())
                    .hasSize(PHOTOS);
            assertThat(failures.count).hasValue(0);
        }
    }
}
