package com.smartfitness.mlops.sample;

import static com.smartfitness.mlops.Tasks.CONFIRMED;
import static com.smartfitness.mlops.Tasks.confirmed;
import static com.smartfitness.mlops.Tasks.photo;
import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.mlops.Buckets;
import com.smartfitness.mlops.Publisher;
import com.smartfitness.mlops.RunningMlops;
import com.smartfitness.mlops.Sha256;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.ObjectServer;
import com.smartfitness.testing.servers.TestPostgres;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Stores that stop under the running service, each of them its own process. */
class StoreOutageIT {

    private static final String SAMPLES = "/api/v1/training-samples/";

    private static TestPostgres database;
    private static ObjectServer own;
    private static ObjectServer photos;
    private static RunningMlops mlops;
    private static Publisher helper;

    @BeforeAll
    static void start() throws Exception {
        database = Stores.startOwnPostgres();
        own = Stores.startOwnObjectStore();
        own.ensureBucket("mlops-models");
        own.ensureBucket("mlops-samples");
        photos = Stores.startOwnObjectStore();
        photos.ensureBucket("helper-photos");
        BrokerFacts broker = Stores.broker().newVirtualHost("mlops", "helper");
        mlops = RunningMlops.start(
                broker, database.admin().createDatabase("mlops"), own.owner(), photos.reader("mlops", "helper-photos"));
        helper = new Publisher(broker, "helper");
    }

    @AfterAll
    static void stop() throws Exception {
        helper.close();
        mlops.close();
        photos.close();
        own.close();
        database.close();
    }

    @Test
    void fetchesPhotosOnceTheirStoreIsBack() throws Exception {
        byte[] photo = photo(1);
        put("a.jpg", photo);
        photos.stop();

        confirm("T-photos-away", "a.jpg", photo);

        awaitSample("T-photos-away", "An object store is away.");
        photos.start();
        awaitSample("T-photos-away", "FETCHED");
    }

    @Test
    void storesCopiesOnceTheOwnStoreIsBack() throws Exception {
        byte[] photo = photo(2);
        put("b.jpg", photo);
        confirm("T-had", "b.jpg", photo);
        awaitSample("T-had", "FETCHED");
        own.stop();

        confirm("T-own-away", "b.jpg", photo);

        awaitSample("T-own-away", "An object store is away.");
        assertUnavailable(mlops.get(SAMPLES + "T-had/photo"));
        own.start();
        awaitSample("T-own-away", "FETCHED");
        assertThat(mlops.bytes(SAMPLES + "T-had/photo").body()).isEqualTo(photo);
    }

    @Test
    void answersThatTheDatabaseIsAwayAndCatchesUp() throws Exception {
        byte[] photo = photo(3);
        put("c.jpg", photo);
        confirm("T-before", "c.jpg", photo);
        awaitSample("T-before", "FETCHED");
        database.stop();

        assertUnavailable(mlops.get(SAMPLES + "T-before"));
        confirm("T-meanwhile", "c.jpg", photo);
        database.start();

        awaitSample("T-meanwhile", "FETCHED");
    }

    private static void put(String key, byte[] photo) {
        try (Buckets buckets = new Buckets(photos.owner())) {
            buckets.put("helper-photos", key, photo);
        }
    }

    private static void confirm(String taskId, String key, byte[] photo) throws Exception {
        helper.version(1, CONFIRMED, taskId, confirmed(taskId, "s3://helper-photos/" + key, Sha256.of(photo)));
    }

    private static void awaitSample(String taskId, String says) {
        Eventually.becomes(
                "sample " + taskId + " says " + says,
                () -> mlops.get(SAMPLES + taskId).body(),
                body -> body.contains("\"" + says + "\""));
    }

    private static void assertUnavailable(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("urn:fleet:problem:store-unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }
}
