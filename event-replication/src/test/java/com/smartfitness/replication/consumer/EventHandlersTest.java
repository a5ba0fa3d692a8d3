package com.smartfitness.replication.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.smartfitness.replication.broker.MalformedEventException;
import com.smartfitness.replication.example.MemberEvent;
import com.smartfitness.replication.example.MemberEvent.MemberChangedEvent;
import com.smartfitness.replication.example.MemberEvent.MemberJoinedEvent;
import com.smartfitness.replication.example.MemberEvent.MemberLeftEvent;
import com.smartfitness.replication.example.MemberEvent.Present;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class EventHandlersTest {

    private static final String JOINED = "members.member-joined.v1";
    private static final String CHANGED = "members.member-changed.v1";
    private static final String LEFT = "members.member-left.v1";
    private static final JsonMapper JSON = JsonMapper.shared();

    record Row(String memberId) {}

    static class RowOfMember {
        Row on(Present member) {
            return new Row(member.memberId());
        }

        static Row named(MemberJoinedEvent joined) {
            return new Row(joined.name());
        }
    }

    static class Reactions {
        final List<MemberEvent> heard = new ArrayList<>();

        void on(MemberJoinedEvent joined) {
            heard.add(joined);
        }

        void on(MemberLeftEvent left) {
            throw new IllegalStateException(left.memberId() + " may not leave");
        }
    }

    static class TwoForOne {
        void on(Present member) {
            throw new AssertionError(member);
        }

        void on(MemberJoinedEvent joined) {
            throw new AssertionError(joined);
        }
    }

    @Test
    void servesAllRecordsOfASealedFamily() {
        EventHandlers handlers = new EventHandlers(new RowOfMember(), JSON);

        assertThat(handlers.types()).containsExactlyInAnyOrder(JOINED, CHANGED);
        assertThat(handlers.results()).containsExactly(Row.class);
        assertThat(handlers.aggregates()).containsExactly("members/member");
        assertThat(handlers.call(CHANGED, new MemberChangedEvent("M1", "Ahn", 2)))
                .isEqualTo(new Row("M1"));
    }

    @Test
    void addsTombstonesOfTheWholeFamily() {
        EventHandlers handlers = new EventHandlers(new RowOfMember(), JSON).withTombstones();

        assertThat(handlers.types()).containsExactlyInAnyOrder(JOINED, CHANGED, LEFT);
        assertThat(handlers.isTombstone(LEFT)).isTrue();
        assertThat(handlers.isTombstone(JOINED)).isFalse();
        assertThat(handlers.results()).containsExactly(Row.class);
        assertThat(handlers.read(LEFT, "{\"memberId\":\"M1\"}".getBytes(UTF_8))).isEqualTo(new MemberLeftEvent("M1"));
    }

    @Test
    void keepsAMethodThatTakesTheTombstone() {
        EventHandlers handlers = new EventHandlers(new Reactions(), JSON).withTombstones();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> handlers.call(LEFT, new MemberLeftEvent("M1")))
                .withMessage("M1 may not leave");
    }

    @Test
    void callsTheMethodOfTheType() {
        Reactions reactions = new Reactions();
        MemberJoinedEvent joined = new MemberJoinedEvent("M1", "Ahn", 0);

        assertThat(new EventHandlers(reactions, JSON).call(JOINED, joined)).isNull();

        assertThat(reactions.heard).containsExactly(joined);
    }

    @Test
    void readsBytesAndTreesAlike() {
        EventHandlers handlers = new EventHandlers(new RowOfMember(), JSON);
        String data = "{\"memberId\":\"M1\",\"name\":\"안\",\"visits\":3}";
        MemberChangedEvent event = new MemberChangedEvent("M1", "안", 3);

        assertThat(handlers.read(CHANGED, data.getBytes(UTF_8))).isEqualTo(event);
        assertThat(handlers.read(CHANGED, JSON.readTree(data))).isEqualTo(event);
    }

    @Test
    void rejectsDataOfAnotherShape() {
        EventHandlers handlers = new EventHandlers(new RowOfMember(), JSON);

        for (String data : List.of("", "{", "[]", "{\"memberId\":\"M1\",\"name\":\"Ahn\",\"visits\":\"many\"}")) {
            assertThatExceptionOfType(MalformedEventException.class)
                    .as(data)
                    .isThrownBy(() -> handlers.read(CHANGED, data.getBytes(UTF_8)));
        }
        assertThatExceptionOfType(MalformedEventException.class)
                .isThrownBy(() -> handlers.read(CHANGED, JSON.readTree("{\"visits\":\"many\"}")));
    }

    @Test
    void doesNotKnowTypesWithoutAMethod() {
        EventHandlers handlers = new EventHandlers(new RowOfMember(), JSON);

        assertThatExceptionOfType(UnknownTypeException.class)
                .isThrownBy(() -> handlers.read("members.member-joined.v2", "{}".getBytes(UTF_8)))
                .withMessage("This release does not handle members.member-joined.v2");
        assertThatExceptionOfType(UnknownTypeException.class).isThrownBy(() -> handlers.isTombstone(LEFT));
    }

    @Test
    void rejectsTwoMethodsForOneType() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EventHandlers(new TwoForOne(), JSON))
                .withMessageContaining("has two methods for " + JOINED);
    }

    @Test
    void rejectsBeansThatHearNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EventHandlers(new Row("M1"), JSON))
                .withMessageContaining("has no method on(...) for an event");
    }
}
