package com.smartfitness.helper;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.events.BranchStatus;
import com.smartfitness.events.Role;
import com.smartfitness.events.UserStatus;
import com.smartfitness.helper.site.HelperSite;
import com.smartfitness.helper.site.Person;
import com.smartfitness.helper.site.Photos;
import com.smartfitness.testing.stores.Eventually;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is taken in and what is not, over HTTP and among real stores. */
class UploadIT {

    private final HelperSite site = HelperSite.shared();
    private final HelperSite.Gym gym = site.gym();

    @Nested
    class Limits {

        @Test
        void refusesFourthPhotoOfTheDay() {
            for (int i = 0; i < 3; i++) {
                assertThat(gym.helper().upload(Photos.bright()).status()).isEqualTo(201);
            }
            int kept = site.photos().size();

            assertProblem(gym.helper().upload(Photos.bright()), 429, "daily-limit-reached");

            assertThat(tasks()).isEqualTo(3);
            assertThat(site.photos()).hasSize(kept);
        }

        @Test
        void countsDaysWhereTheBranchIs() {
            String owner = site.neighbours().owner();
            String branch = site.neighbours().branchOf(owner, "-12:00", BranchStatus.OPEN);
            HelperSite.Gym west = site.gymIn(branch, owner);
            for (int i = 0; i < 3; i++) {
                west.helper().upload(Photos.bright());
            }
            assertProblem(west.helper().upload(Photos.bright()), 429, "daily-limit-reached");

            site.neighbours().moves(branch, owner, "+14:00");

            Eventually.holds(
                    "the other day", () -> west.helper().upload(Photos.bright()).status() == 201);
        }

        @Test
        void takesThreeOfTenThatComeAtOnce() throws Exception {
            List<Callable<Person.Answer>> uploads = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                uploads.add(() -> gym.helper().upload(Photos.bright()));
            }
            List<Integer> answers = new ArrayList<>();
            try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<Person.Answer> answer : together.invokeAll(uploads)) {
                    answers.add(answer.get().status());
                }
            }

            assertThat(answers).containsOnly(201, 429);
            assertThat(answers.stream().filter(status -> status == 201)).hasSize(3);
            assertThat(tasks()).isEqualTo(3);
            assertThat(site.photos().stream().filter(this::isOurs)).hasSize(3);
        }

        @Test
        void takesARepeatedRequestOnce() {
            byte[] photo = Photos.bright();
            Map<String, String> key = Map.of("Idempotency-Key", "one-request");

            Person.Answer first = gym.helper().upload(photo, key);
            Person.Answer again = gym.helper().upload(photo, key);

            assertThat(again.text("taskId")).isEqualTo(first.text("taskId"));
            assertThat(tasks()).isEqualTo(1);
            assertProblem(gym.helper().upload(Photos.dark(), key), 422, "idempotency-key-reused");
        }

        private boolean isOurs(String key) {
            return site.rows()
                            .sql("select count(*) from task where photo_key = ? and helper_id = ?")
                            .params(key, gym.helper().id())
                            .query(Long.class)
                            .single()
                    == 1;
        }
    }

    @Nested
    class People {

        @Test
        void refusesThoseItHasNotHeardOf() {
            Person.Answer answer = site.stranger("HELPER").upload(Photos.bright());

            assertProblem(answer, 503, "not-replicated-yet");
            assertThat(answer.header("Retry-After")).isEqualTo("1");
        }

        @Test
        void refusesOtherRolesAndDeactivatedHelpers() {
            String left = site.neighbours().user("U-left-", Role.HELPER, gym.branch(), UserStatus.DEACTIVATED);

            assertProblem(gym.owner().upload(Photos.bright()), 403, "forbidden");
            assertProblem(site.person(left, "HELPER").upload(Photos.bright()), 403, "account-deactivated");
        }

        @Test
        void refusesClosedAndUnknownBranches() {
            String owner = site.neighbours().owner();
            String closed = site.neighbours().branchOf(owner, "Asia/Seoul", BranchStatus.CLOSED);
            HelperSite.Gym gone = site.gymIn(closed, owner);
            Person early = site.person(site.neighbours().helperOf("B-unheard-of"), "HELPER");

            assertProblem(gone.helper().upload(Photos.bright()), 409, "branch-closed");
            assertProblem(early.upload(Photos.bright()), 503, "not-replicated-yet");
        }
    }

    @Nested
    class Content {

        @Test
        void refusesWhatIsNoPhoto() {
            byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.US_ASCII);

            assertProblem(gym.helper().upload(page), 415, "photo-format-unsupported");
            assertProblem(gym.helper().upload(new byte[0]), 415, "photo-format-unsupported");
            assertThat(tasks()).isZero();
        }

        @Test
        void refusesBombsAndWhatOnlyBeginsLikeAPhoto() {
            int kept = site.photos().size();

            assertProblem(gym.helper().upload(Photos.gifBomb()), 415, "photo-format-unsupported");
            assertProblem(gym.helper().upload(Photos.claiming(100_000, 100_000)), 400, "photo-dimensions");
            assertProblem(gym.helper().upload(latin("<svg onload='alert(1)'/>")), 415, "photo-format-unsupported");
            assertProblem(gym.helper().upload(latin("\u00ff\u00d8\u00ff/*<script>*/")), 400, "photo-unreadable");
            assertProblem(gym.helper().upload(latin("GIF89a\u00ff\u00d8\u00ff")), 415, "photo-format-unsupported");
            assertThat(gym.helper().send("POST", "/api/v1/tasks").status()).isEqualTo(415);
            assertThat(tasks()).isZero();
            assertThat(site.photos()).hasSize(kept);
        }

        private byte[] latin(String text) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }

        @Test
        void refusesMoreThanFiveMegabytes() {
            byte[] padding = new byte[5 * 1024 * 1024];

            assertProblem(gym.helper().upload(Photos.followedBy(Photos.bright(), padding)), 413, "content-too-large");
            assertThat(tasks()).isZero();
        }

        @Test
        void keepsNothingButThePicture() {
            byte[] page = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
            byte[] photo = Photos.followedBy(Photos.withPlace(Photos.bright()), page);

            String task = gym.helper().judgedTask(photo);

            byte[] kept = gym.owner()
                    .get("/api/v1/tasks/" + task + "/photo")
                    .response()
                    .body();
            assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(Photos.PLACE, "<script>");
            assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains(Photos.PLACE, "<script>");
        }

        @Test
        void refusesRequestsThatAreNotMeant() {
            Map<String, String> badKey = Map.of("Idempotency-Key", "with space");

            assertProblem(gym.helper().upload(Photos.bright(), badKey), 400, "invalid-request");
            assertThat(gym.helper().upload("picture", Photos.bright(), Map.of()).status())
                    .isEqualTo(400);
            assertThat(tasks()).isZero();
        }
    }

    private long tasks() {
        return site.rows()
                .sql("select count(*) from task where helper_id = ?")
                .param(gym.helper().id())
                .query(Long.class)
                .single();
    }

    private static void assertProblem(Person.Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.text("type")).isEqualTo("urn:fleet:problem:" + type);
    }
}
