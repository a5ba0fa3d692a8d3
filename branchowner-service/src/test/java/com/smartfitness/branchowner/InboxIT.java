package com.smartfitness.branchowner;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.events.ReviewCreatedEvent;
import com.smartfitness.events.ReviewDeletedEvent;
import com.smartfitness.events.ReviewUpdatedEvent;
import com.smartfitness.events.Role;
import com.smartfitness.events.UserErasedEvent;
import com.smartfitness.testing.stores.Eventually;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What events make of an owner's inbox, and what the owner makes of it. */
class InboxIT extends InboxNeighbourhood {

    @Nested
    class Telling {

        @ParameterizedTest
        @ValueSource(strings = {"JC", "CJ", "JJCC", "CJJC"})
        void tellsOfATaskOnceInWhateverOrderItsEventsCome(String order) {
            String task = anyId("T");
            order.chars().forEach(event -> {
                if (event == 'J') {
                    judged(task);
                    // Heard at once, a confirmation would leave nothing to wait for.
                    if (order.startsWith("J")) {
                        heardAll();
                    }
                } else {
                    confirmed(task, owner.id());
                }
            });
            heardAll();

            // It waited where that was known before it was confirmed, and does no longer.
            assertThat(ofKind("TASK_WAITING"))
                    .hasSize(order.startsWith("J") ? 1 : 0)
                    .allSatisfy(entry -> assertThat(entry.has("readAt")).isTrue());
            assertThat(ofKind("TASK_CONFIRMED")).singleElement().satisfies(entry -> {
                assertThat(entry.at("/task/taskId").asString()).isEqualTo(task);
                assertThat(entry.at("/task/status").asString()).isEqualTo("DONE");
                assertThat(entry.has("readAt")).as("done by the owner").isTrue();
            });
            assertThat(unread("total")).isZero();
        }

        @Test
        void countsAsUnreadWhatSomebodyElseHasConfirmed() {
            confirmed(anyId("T"), null);
            heardAll();

            assertThat(unread("TASK_CONFIRMED")).isEqualTo(1);
        }

        @Test
        void showsAReviewAsItIsNowAndDropsItWhenItIsGone() {
            String review = anyId("R");
            ReviewCreatedEvent created = new ReviewCreatedEvent(review, branchId, "C1", 2, "너무 추워요", MORNING);
            neighbours.say(1, created);
            neighbours.say(2, new ReviewUpdatedEvent(review, branchId, "C1", 5, "이제 따뜻해요", MORNING));
            neighbours.say(1, created);
            heardAll();

            assertThat(ofKind("REVIEW")).singleElement().satisfies(entry -> {
                assertThat(entry.at("/review/rating").asInt()).isEqualTo(5);
                assertThat(entry.at("/review/text").asString()).isEqualTo("이제 따뜻해요");
                assertThat(entry.get("branchName").asString()).isEqualTo("Mapo");
            });

            neighbours.say(3, new ReviewDeletedEvent(review));
            heardAll();
            assertThat(ofKind("REVIEW")).isEmpty();
            assertThat(unread("total")).isZero();
        }

        @ParameterizedTest
        @ValueSource(strings = {"DR", "RD", "DDRR"})
        void tellsOfAFaultAndOfItsEnd(String order) {
            String fault = anyId("F");
            order.chars().forEach(event -> {
                if (event == 'D') {
                    faultDetected(fault);
                } else {
                    recovered(fault);
                }
            });
            heardAll();

            assertThat(ofKind("FAULT")).singleElement().satisfies(entry -> {
                assertThat(entry.at("/fault/equipmentName").asString()).isEqualTo("정문 게이트");
                assertThat(entry.at("/fault/recoveredAt").isMissingNode()).isFalse();
            });
            assertThat(ofKind("RECOVERY")).hasSize(1);
            assertThat(unread("total")).isEqualTo(2);
        }

        @Test
        void tellsNobodyOfWhatIsInAnothersBranch() {
            User another = signedUp(User.anOwner());
            faultDetected(anyId("F"));
            heardAll();

            assertThat(service.get(ENTRIES, another).expect(200).items("entryId"))
                    .isEmpty();
            assertThat(service.get("/api/v1/inbox/unread", another)
                            .json()
                            .get("total")
                            .asInt())
                    .isZero();
        }

        @Test
        void forgetsTheInboxOfAnErasedOwner() {
            faultDetected(anyId("F"));
            heardAll();

            neighbours.say(3, new UserErasedEvent(owner.id()));

            Eventually.holds(
                    "nothing is left of the inbox",
                    () -> service.database()
                                    .sql("select count(*) from inbox_entry where owner_id = ?")
                                    .param(owner.id())
                                    .query(Integer.class)
                                    .single()
                            == 0);
            service.get(ENTRIES, owner).expectProblem(503, "not-replicated-yet");
        }
    }

    @Nested
    class Reading {

        @Test
        void marksOneOrAllThatWereSeen() {
            String first = faultDetected(anyId("F"));
            String second = faultDetected(anyId("F"));
            reviewed();
            heardAll();
            List<String> entries = service.get(ENTRIES, owner).expect(200).items("entryId");
            assertThat(entries).hasSize(3);

            service.post(ENTRIES + "/" + entryOf(first) + "/read", "", owner).expect(204);
            service.post(ENTRIES + "/" + entryOf(first) + "/read", "", owner).expect(204);
            assertThat(unread("FAULT")).isEqualTo(1);
            assertThat(service.get(ENTRIES + "?unread=true&kind=FAULT", owner).items("entryId"))
                    .containsExactly(entryOf(second));

            String seen = """
                    {"upTo": %s, "kind": "FAULT"}""".formatted(entries.getFirst());
            Answer marked = service.post("/api/v1/inbox/read", seen, owner).expect(200);
            assertThat(marked.json().get("marked").asInt()).isEqualTo(1);
            assertThat(unread("FAULT")).isZero();
            assertThat(unread("REVIEW")).isEqualTo(1);
        }

        @Test
        void keepsAnothersEntriesUntouched() {
            String fault = faultDetected(anyId("F"));
            heardAll();
            User another = signedUp(User.anOwner());

            service.post(ENTRIES + "/" + entryOf(fault) + "/read", "", another).expectProblem(404, "entry-not-found");
            service.post("/api/v1/inbox/read", "{\"upTo\": " + Long.MAX_VALUE + "}", another)
                    .expect(200);

            assertThat(unread("FAULT")).isEqualTo(1);
        }

        @Test
        void pagesFromTheNewestAndPicks() {
            Answer other = register(owner);
            List<String> told = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                told.add(faultDetected(anyId("F")));
            }
            reviewed();
            heardAll();

            List<String> shown = new ArrayList<>();
            List<Long> entries = new ArrayList<>();
            String cursor = "";
            do {
                Answer page = service.get(ENTRIES + "?kind=FAULT,RECOVERY&limit=2" + cursor, owner)
                        .expect(200);
                page.json().get("items").forEach(item -> {
                    shown.add(item.at("/fault/faultId").asString());
                    entries.add(item.get("entryId").asLong());
                });
                cursor = page.text("next").isEmpty() ? "" : "&cursor=" + page.text("next");
            } while (!cursor.isEmpty());

            // Faults may have arrived in another order than they were told in.
            assertThat(shown).containsExactlyInAnyOrderElementsOf(told);
            assertThat(entries).isSortedAccordingTo(Comparator.reverseOrder());
            assertThat(service.get(ENTRIES + "?branchId=" + other.text("branchId"), owner)
                            .items("entryId"))
                    .isEmpty();
        }

        @Test
        void refusesWhatMakesNoSense() {
            service.get(ENTRIES + "?cursor=x", owner).expectProblem(400, "invalid-cursor");
            service.get(ENTRIES + "?kind=NONSENSE", owner).expectProblem(400, "invalid-request");
            service.get(ENTRIES + "?limit=101", owner).expectProblem(400, "invalid-request");
            service.post("/api/v1/inbox/read", "{}", owner).expectProblem(400, "invalid-request");
        }

        @Test
        void isForOwnersAlone() {
            for (Role role : List.of(Role.CUSTOMER, Role.HELPER, Role.OPERATOR)) {
                service.get(ENTRIES, User.any(role)).expectProblem(403, "forbidden");
                service.get("/api/v1/inbox/stream", User.any(role)).expectProblem(403, "forbidden");
            }
            service.getWithoutToken(ENTRIES).expectProblem(401, "unauthenticated");
        }
    }
}
