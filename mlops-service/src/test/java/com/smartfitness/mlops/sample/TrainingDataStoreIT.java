package com.smartfitness.mlops.sample;

import static com.smartfitness.mlops.RunningMlops.json;
import static com.smartfitness.mlops.Tasks.CONFIRMED;
import static com.smartfitness.mlops.Tasks.confirmed;
import static com.smartfitness.mlops.Tasks.photo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.smartfitness.mlops.Buckets;
import com.smartfitness.mlops.MlopsSite;
import com.smartfitness.mlops.Publisher;
import com.smartfitness.mlops.RunningMlops;
import com.smartfitness.mlops.Sha256;
import com.smartfitness.testing.stores.Eventually;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** From the event on the broker to the sample that an operator sees. */
class TrainingDataStoreIT {

    private static final String SAMPLES = "/api/v1/training-samples";

    private static final MlopsSite site = MlopsSite.shared();
    private static final Buckets buckets = site.buckets();
    private static final RunningMlops mlops = site.mlops();
    private static final Publisher helper = site.helper();
    private static final Publisher partner = site.partner();

    @Nested
    class FromOutside {

        @Test
        void storesTheEventInItsExactForm() throws Exception {
            partner.plainly(CONFIRMED, confirmed("T12345", "s3://..."));

            Map<String, Object> sample = sampleOnce("T12345", "REFUSED");
            assertThat(sample)
                    .containsEntry("aiResult", "미흡")
                    .containsEntry("correctedResult", "양호")
                    .containsEntry("corrected", true)
                    .containsEntry("branchId", "B001")
                    .containsEntry("helperId", "H123")
                    .containsEntry("confirmedAt", "2024-01-20T10:00:00Z");
        }

        @Test
        void changesNothingBySendingAgain() throws Exception {
            buckets.put("helper-photos", "twice.jpg", photo(1));
            partner.plainly(CONFIRMED, confirmed("T-twice", "s3://helper-photos/twice.jpg"));
            Map<String, Object> first = sampleOnce("T-twice", "FETCHED");

            partner.plainly(CONFIRMED, confirmed("T-twice", "s3://helper-photos/twice.jpg"));
            partner.plainly(CONFIRMED, confirmed("T-twice", "s3://helper-photos/other.jpg"));
            partner.plainly(CONFIRMED, confirmed("T-after-twice", "s3://..."));

            sampleOnce("T-after-twice", "REFUSED");
            assertThat(sample("T-twice")).isEqualTo(first);
        }

        @Test
        void opensNoOtherHost() throws Exception {
            try (ServerSocket stranger = new ServerSocket(0)) {
                stranger.setSoTimeout(1);
                partner.plainly(
                        CONFIRMED,
                        confirmed("T-host", "http://127.0.0.1:%d/photo.jpg".formatted(stranger.getLocalPort())));

                assertThat(sampleOnce("T-host", "REFUSED")).containsKey("photoReason");
                assertThat(catchThrowable(stranger::accept)).isInstanceOf(SocketTimeoutException.class);
            }
        }

        @Test
        void opensNoOtherBucket() throws Exception {
            buckets.put("elsewhere", "photo.jpg", photo(2));
            partner.plainly(CONFIRMED, confirmed("T-bucket", "s3://elsewhere/photo.jpg"));

            assertThat(sampleOnce("T-bucket", "REFUSED"))
                    .containsEntry("photoReason", "The address is not in the photos' bucket.");
        }

        @Test
        void fetchesTheOwnersPhotoInPlaceOfAnOutsiders() throws Exception {
            byte[] photo = photo(3);
            buckets.put("helper-photos", "owned.jpg", photo);
            partner.plainly(CONFIRMED, confirmed("T-owned", "s3://elsewhere/planted.jpg"));
            sampleOnce("T-owned", "REFUSED");

            helper.version(
                    3, CONFIRMED, "T-owned", confirmed("T-owned", "s3://helper-photos/owned.jpg", Sha256.of(photo)));

            assertThat(sampleOnce("T-owned", "FETCHED")).containsEntry("photoSha256", Sha256.of(photo));
        }
    }

    @Nested
    class Photos {

        @Test
        void areThereWithinASecond() throws Exception {
            byte[] photo = photo(10);
            buckets.put("helper-photos", "t/quick.jpg", photo);
            confirm("T-first", "s3://helper-photos/t/quick.jpg", Sha256.of(photo));
            sampleOnce("T-first", "FETCHED");

            confirm("T-quick", "s3://helper-photos/t/quick.jpg", Sha256.of(photo));

            Eventually.becomes(
                    "the sample has its photo",
                    Duration.ofSeconds(1),
                    () -> sample("T-quick").get("photo"),
                    "FETCHED"::equals);
            assertThat(mlops.bytes(SAMPLES + "/T-quick/photo").body()).isEqualTo(photo);
            assertThat(mlops.bytes(SAMPLES + "/T-quick/photo").headers().firstValue("Content-Type"))
                    .hasValue("image/jpeg");
        }

        @Test
        void areRefusedWhereTheDigestDiffers() throws Exception {
            assertThat(refusal("T-swapped", photo(11), photo(12))).contains("digest");
        }

        @Test
        void areRefusedWhereTheyAreTooLarge() throws Exception {
            byte[] large = Arrays.copyOf(photo(13), 5 * 1024 * 1024 + 1);

            assertThat(refusal("T-large", large, large)).contains("larger");
        }

        @Test
        void areRefusedWhereTheyAreNone() throws Exception {
            byte[] page = "<html></html>".getBytes(StandardCharsets.UTF_8);

            assertThat(refusal("T-page", page, page)).contains("format");
        }

        @Test
        void areFetchedOnceTheyAreThere() throws Exception {
            byte[] photo = photo(14);
            confirm("T-late", "s3://helper-photos/late.jpg", Sha256.of(photo));
            Eventually.holds(
                    "the sample says why",
                    () -> "The photo is not in its bucket."
                            .equals(sample("T-late").get("photoReason")));
            assertThat(mlops.get(SAMPLES + "/T-late/photo").statusCode()).isEqualTo(404);

            buckets.put("helper-photos", "late.jpg", photo);

            sampleOnce("T-late", "FETCHED");
        }
    }

    @Nested
    class Api {

        @Test
        void tellsAllThatIsKnown() throws Exception {
            byte[] photo = photo(20);
            buckets.put("helper-photos", "known.jpg", photo);
            try (Publisher auth = new Publisher(site.broker(), "auth");
                    Publisher owner = new Publisher(site.broker(), "branchowner")) {
                auth.version(1, "auth.user-created.v1", "H2", """
                        {"userId":"H2","role":"HELPER","alias":"Bo","branchId":"B002","status":"ACTIVE",\
                        "createdAt":"2026-01-01T00:00:00Z"}""");
                owner.version(1, "branchowner.branch-created.v1", "B002", """
                        {"branchId":"B002","ownerId":"O1","name":"Mapo","address":"1","timeZone":"Asia/Seoul",\
                        "openingHours":[],"equipment":[],"amenities":[],"status":"OPEN"}""");
            }
            confirm("T-known", "s3://helper-photos/known.jpg", Sha256.of(photo));

            sampleOnce("T-known", "FETCHED");
            Map<String, Object> sample = Eventually.becomes(
                    "helper and branch are known",
                    () -> sample("T-known"),
                    known -> known.containsKey("helperAlias") && known.containsKey("branchName"));
            assertThat(sample)
                    .containsEntry("helperAlias", "Bo")
                    .containsEntry("branchName", "Mapo")
                    .containsEntry("correctionReason", "It is tidy.")
                    .containsEntry("confirmedBy", "O1")
                    .containsEntry("confidence", 0.75)
                    .containsEntry("modelVersion", "first-1")
                    .containsEntry("photoPath", SAMPLES + "/T-known/photo")
                    .containsEntry("photoSize", photo.length);
        }

        @Test
        void leavesOutWhatIsNotConfirmed() throws Exception {
            helper.version(1, "helper.task-submitted.v1", "T-open", """
                    {"taskId":"T-open","helperId":"H2","branchId":"B-open","photoUrl":"s3://helper-photos/a",\
                    "photoSha256":"00","submittedAt":"2026-01-01T00:00:00Z"}""");
            helper.version(1, CONFIRMED, "T-closed", confirmed("T-closed", "s3://helper-photos/b", "00"));
            sampleOnce("T-closed", "PENDING");

            assertThat(mlops.get(SAMPLES + "/T-open").statusCode()).isEqualTo(404);
            assertThat(mlops.get(SAMPLES + "?branchId=B-open").body()).isEqualTo("{\"items\":[]}");
        }

        @Test
        void pagesFromTheNewest() throws Exception {
            for (String task : List.of("T-p1", "T-p2", "T-p3")) {
                partner.plainly(CONFIRMED, confirmed(task, "s3://...").replace("B001", "B-pages"));
                sampleOnce(task, "REFUSED");
            }

            Map<String, Object> first = json(mlops.get(SAMPLES + "?branchId=B-pages&limit=2"));
            Map<String, Object> second =
                    json(mlops.get(SAMPLES + "?branchId=B-pages&limit=2&photo=REFUSED&cursor=" + first.get("next")));

            assertThat(taskIds(first)).containsExactly("T-p3", "T-p2");
            assertThat(taskIds(second)).containsExactly("T-p1");
            assertThat(second.get("next")).isNull();
        }

        @Test
        void refusesWhatItDoesNotUnderstand() throws Exception {
            assertThat(mlops.get(SAMPLES + "?cursor=nonsense").body()).contains("invalid-cursor");
            for (String query : List.of("limit=0", "limit=101", "limit=x", "photo=LOST")) {
                assertThat(mlops.get(SAMPLES + "?" + query).body()).contains("invalid-request");
            }
            assertThat(mlops.get(SAMPLES + "/T-nowhere").body()).contains("sample-not-found");
            assertThat(mlops.get(SAMPLES + "/T-nowhere/photo").body()).contains("sample-not-found");
        }
    }

    private static void confirm(String taskId, String url, String sha256) throws Exception {
        helper.version(1, CONFIRMED, taskId, confirmed(taskId, url, sha256));
    }

    private static Map<String, Object> sampleOnce(String taskId, String photo) {
        return Eventually.becomes(
                "the photo is " + photo, () -> sample(taskId), sample -> photo.equals(sample.get("photo")));
    }

    private static String refusal(String taskId, byte[] stored, byte[] judged) throws Exception {
        buckets.put("helper-photos", taskId, stored);
        confirm(taskId, "s3://helper-photos/" + taskId, Sha256.of(judged));
        return String.valueOf(sampleOnce(taskId, "REFUSED").get("photoReason"));
    }

    private static Map<String, Object> sample(String taskId) throws Exception {
        return json(mlops.get(SAMPLES + "/" + taskId));
    }

    @SuppressWarnings("unchecked")
    private static List<Object> taskIds(Map<String, Object> page) {
        return ((List<Map<String, Object>>) page.get("items"))
                .stream().map(sample -> sample.get("taskId")).toList();
    }
}
