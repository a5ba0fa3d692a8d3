package com.smartfitness.branchowner;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.events.BranchClosedEvent;
import com.smartfitness.events.BranchCreatedEvent;
import com.smartfitness.events.BranchStatus;
import com.smartfitness.events.BranchUpdatedEvent;
import com.smartfitness.events.DomainEvent;
import com.smartfitness.events.Location;
import com.smartfitness.events.OpeningHours;
import com.smartfitness.events.Role;
import com.smartfitness.replication.broker.CloudEvent;
import com.smartfitness.testing.stores.Eventually;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class BranchesIT extends Neighbourhood {

    private static final String COMPLETE = """
            {"name": " 홍대점 ", "address": "서울시 마포구 양화로 45, 3층",
             "location": {"latitude": 37.5551, "longitude": 126.9213}, "timeZone": "Asia/Tokyo",
             "openingHours": [{"day": "MONDAY", "opens": "06:00", "closes": "06:00"},
                              {"day": "SUNDAY", "opens": "22:00", "closes": "06:00"}],
             "size": 330, "equipment": ["벤치프레스"], "amenities": ["sauna", "parking"],
             "introduction": "넓고 조용한\\n지점"}""";

    @Nested
    class Registering {

        @Test
        void tellsTheWholeStateOfTheBranch() {
            User owner = signedUp(User.anOwner());

            Answer answer = service.post("/api/v1/branches", COMPLETE, owner).expect(201);

            String id = answer.text("branchId");
            assertThat(answer.header("Location")).isEqualTo("/api/v1/branches/" + id);
            assertThat(answer.eTag()).isEqualTo("\"1\"");
            BranchCreatedEvent expected = new BranchCreatedEvent(
                    id,
                    owner.id(),
                    "홍대점",
                    "서울시 마포구 양화로 45, 3층",
                    new Location(37.5551, 126.9213),
                    "Asia/Tokyo",
                    List.of(
                            new OpeningHours(DayOfWeek.MONDAY, LocalTime.of(6, 0), LocalTime.of(6, 0)),
                            new OpeningHours(DayOfWeek.SUNDAY, LocalTime.of(22, 0), LocalTime.of(6, 0))),
                    330,
                    List.of("벤치프레스"),
                    List.of("sauna", "parking"),
                    "넓고 조용한\n지점",
                    BranchStatus.OPEN);
            assertThat(heard(id, 1)).containsExactly(expected);
            Answer read = service.get(path(answer), owner).expect(200);
            assertThat(read.json()).isEqualTo(answer.json());
            assertThat(read.json().at("/openingHours/1/opens").asString()).isEqualTo("22:00");
        }

        @Test
        void takesItsDayFromSeoulUnlessToldOtherwise() {
            Answer branch = register(signedUp(User.anOwner()));

            assertThat(branch.text("timeZone")).isEqualTo("Asia/Seoul");
            assertThat(branch.json().get("openingHours")).isEmpty();
            assertThat(branch.json().has("introduction")).isFalse();
        }

        @Test
        void asksOwnerToWaitUntilItHasHeardOfHim() {
            User owner = User.anOwner();

            Answer answer = service.post("/api/v1/branches", COMPLETE, owner);

            answer.expectProblem(503, "not-replicated-yet");
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            register(signedUp(owner));
        }

        @Test
        void refusesDeactivatedOwner() {
            User owner = signedUp(User.anOwner());
            Answer branch = register(owner);
            neighbours.say(2, deactivate(owner));
            Eventually.holds("the account is out of use", () -> knows(owner, "DEACTIVATED"));

            service.post("/api/v1/branches", COMPLETE, owner).expectProblem(403, "account-deactivated");
            service.put(path(branch), COMPLETE, branch.eTag(), owner).expectProblem(403, "account-deactivated");
            service.post(path(branch) + "/closure", "", owner).expectProblem(403, "account-deactivated");
        }

        @Test
        void refusesEverybodyButOwners() {
            for (Role role : List.of(Role.CUSTOMER, Role.HELPER, Role.OPERATOR)) {
                service.post("/api/v1/branches", COMPLETE, User.any(role)).expectProblem(403, "forbidden");
            }
        }
    }

    @Nested
    class Editing {

        private final User owner = signedUp(User.anOwner());
        private final Answer branch = register(owner);

        @Test
        void replacesTheProfileAndTellsIt() {
            Answer edited =
                    service.put(path(branch), COMPLETE, branch.eTag(), owner).expect(200);

            assertThat(edited.eTag()).isEqualTo("\"2\"");
            assertThat(edited.text("name")).isEqualTo("홍대점");
            DomainEvent last = heard(branch.text("branchId"), 2).getLast();
            assertThat(last).isInstanceOf(BranchUpdatedEvent.class);
            assertThat(((BranchUpdatedEvent) last).size()).isEqualTo(330);
            service.put(path(branch), aBranch("Mapo"), edited.eTag(), owner).expect(200);
            assertThat(service.get(path(branch), owner).json().has("size")).isFalse();
        }

        @Test
        void refusesStaleETag() {
            service.put(path(branch), COMPLETE, branch.eTag(), owner).expect(200);

            service.put(path(branch), aBranch("Late"), branch.eTag(), owner).expectProblem(412, "stale-revision");

            assertThat(service.get(path(branch), owner).text("name")).isEqualTo("홍대점");
        }

        @Test
        void demandsAnETag() {
            service.putWithoutCondition(path(branch), COMPLETE, owner).expectProblem(428, "revision-required");
            service.put(path(branch), COMPLETE, "W/\"1\"", owner).expectProblem(412, "stale-revision");
            service.put(path(branch), COMPLETE, "nonsense", owner).expectProblem(412, "stale-revision");

            assertThat(service.get(path(branch), owner).eTag()).isEqualTo("\"1\"");
        }

        @Test
        void letsOneOfManySimultaneousEditsThrough() throws Exception {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Callable<Integer>> edits = IntStream.range(0, 8)
                        .mapToObj(i -> (Callable<Integer>)
                                () -> service.put(path(branch), aBranch("name " + i), branch.eTag(), owner)
                                        .status())
                        .toList();

                Map<Integer, Long> answers = threads.invokeAll(edits).stream()
                        .map(Future::resultNow)
                        .collect(Collectors.groupingBy(status -> status, Collectors.counting()));

                assertThat(answers).isEqualTo(Map.of(200, 1L, 412, 7L));
            }
        }

        @Test
        void saysNothingWhereNothingChanges() {
            Answer same = service.put(path(branch), aBranch("Mapo"), branch.eTag(), owner)
                    .expect(200);

            assertThat(same.eTag()).isEqualTo(branch.eTag());
        }

        @Test
        void refusesAnotherOwner() {
            User another = signedUp(User.anOwner());

            service.put(path(branch), COMPLETE, branch.eTag(), another).expectProblem(403, "not-the-owner");
            service.put(path(branch), COMPLETE, branch.eTag(), User.any(Role.OPERATOR))
                    .expectProblem(403, "forbidden");

            assertThat(service.get(path(branch), owner).json()).isEqualTo(branch.json());
        }
    }

    @Nested
    class Closing {

        private final User owner = signedUp(User.anOwner());
        private final Answer branch = register(owner);

        @Test
        void closesOnceHoweverOftenItIsAsked() {
            Answer closed = service.post(path(branch) + "/closure", "", owner).expect(200);
            Answer again = service.post(path(branch) + "/closure", "", owner).expect(200);

            assertThat(closed.text("status")).isEqualTo("CLOSED");
            assertThat(again.json()).isEqualTo(closed.json());
            assertThat(again.eTag()).isEqualTo(closed.eTag());
            heard(register(owner).text("branchId"), 1); // said after all that the closing has to say
            assertThat(heard(branch.text("branchId"), 2))
                    .hasSize(2)
                    .last()
                    .isInstanceOfSatisfying(
                            BranchClosedEvent.class,
                            event -> assertThat(event.status()).isEqualTo(BranchStatus.CLOSED));
        }

        @Test
        void leavesNothingToEdit() {
            Answer closed = service.post(path(branch) + "/closure", "", owner).expect(200);

            service.put(path(branch), COMPLETE, closed.eTag(), owner).expectProblem(409, "branch-closed");
        }

        @Test
        void hidesTheBranchFromAllButOwnerAndOperators() {
            service.post(path(branch) + "/closure", "", owner).expect(200);

            service.get(path(branch), owner).expect(200);
            service.get(path(branch), User.any(Role.OPERATOR)).expect(200);
            service.get(path(branch), User.any(Role.CUSTOMER)).expectProblem(404, "branch-not-found");
            service.get(path(branch), User.anOwner()).expectProblem(404, "branch-not-found");
            service.getWithoutToken(path(branch)).expectProblem(404, "branch-not-found");
        }

        @Test
        void refusesAnotherOwner() {
            service.post(path(branch) + "/closure", "", signedUp(User.anOwner()))
                    .expectProblem(403, "not-the-owner");

            assertThat(service.get(path(branch), owner).text("status")).isEqualTo("OPEN");
        }
    }

    @Nested
    class Reading {

        private final User owner = signedUp(User.anOwner());
        private final Answer branch = register(owner);

        @Test
        void showsOpenBranchToEverybody() {
            for (Role role : Role.values()) {
                service.get(path(branch), User.any(role)).expect(200);
            }
            assertThat(service.getWithoutToken(path(branch)).expect(200).json()).isEqualTo(branch.json());
        }

        @Test
        void listsOwnBranchesToOwnersAndAllToOperators() {
            User another = signedUp(User.anOwner());
            Answer anothers = register(another);

            assertThat(service.get("/api/v1/branches", owner).items("branchId"))
                    .containsExactly(branch.text("branchId"));
            assertThat(service.get("/api/v1/branches?limit=2", User.any(Role.OPERATOR))
                            .items("branchId"))
                    .containsExactly(anothers.text("branchId"), branch.text("branchId"));
            service.get("/api/v1/branches", User.any(Role.CUSTOMER)).expectProblem(403, "forbidden");
            service.get("/api/v1/branches", User.aHelper()).expectProblem(403, "forbidden");
        }

        @Test
        void saysWhereThereIsNoBranch() {
            String nowhere = "/api/v1/branches/" + anyId("B");

            service.get(nowhere, owner).expectProblem(404, "branch-not-found");
            service.put(nowhere, COMPLETE, "*", owner).expectProblem(404, "branch-not-found");
            service.post(nowhere + "/closure", "", owner).expectProblem(404, "branch-not-found");
            service.get(nowhere + "/tasks", owner).expectProblem(404, "branch-not-found");
        }
    }

    /** What was said of a branch, once there are as many events; versions have to go step by step. */
    private static List<DomainEvent> heard(String branchId, int count) {
        List<CloudEvent> events = Eventually.becomes(
                count + " events of the branch",
                () -> neighbours.messagesAbout(branchId),
                heard -> heard.size() >= count);
        assertThat(events)
                .extracting(event -> event.version().counter())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, events.size())
                        .mapToObj(Long::valueOf)
                        .toList());
        return events.stream().map(BranchesIT::read).toList();
    }

    private static DomainEvent read(CloudEvent event) {
        Class<? extends DomainEvent> type = switch (event.type()) {
            case "branchowner.branch-created.v1" -> BranchCreatedEvent.class;
            case "branchowner.branch-updated.v1" -> BranchUpdatedEvent.class;
            default -> BranchClosedEvent.class;
        };
        return JsonMapper.shared().readValue(event.data(), type);
    }
}
