package com.smartfitness.replication.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.smartfitness.replication.contract.EnlistingInboxContract;
import com.smartfitness.replication.contract.NoteEvent.NoteWrittenEvent;
import com.smartfitness.replication.inbox.Inbox;
import com.smartfitness.testing.stores.Stores;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedisInboxIT extends EnlistingInboxContract {

    private static final ChangeScript WRITE = ChangeScript.of("redis.call('rpush', KEYS[1], ARGV[1])");
    private static final ChangeScript REFUSE = ChangeScript.of("return refuse('NOTHING_TO_DO')");

    private static ServiceRedis redis;

    @BeforeAll
    static void connect() {
        redis = ServiceRedis.on(Stores.newRedis());
    }

    @AfterAll
    static void close() {
        redis.close();
    }

    @Override
    protected void empty() {
        redis = redis.emptied();
    }

    @Override
    protected Inbox inbox() {
        return new RedisInbox(redis.link(), redis.changes());
    }

    @Override
    protected void write(String line) {
        redis.changes()
                .enlist(WRITE.on(redis.changes().key("lines"))
                        .with(line)
                        .publishing(new NoteWrittenEvent(line, "written")));
    }

    @Override
    protected List<String> written() {
        List<String> lines = redis.console().opsForList().range("{notes}:lines", 0, -1);
        assertThat(redis.outbox().backlog().pending()).isEqualTo(lines.size());
        return lines;
    }

    @Test
    void takesARefusalForHandled() {
        assertThat(inbox().once(
                                "rewards.gifts",
                                "e1",
                                () -> redis.changes()
                                        .enlist(REFUSE.on().publishing(new NoteWrittenEvent("a", "never")))))
                .isTrue();

        assertThat(inbox().once("rewards.gifts", "e1", () -> write("late"))).isFalse();
        assertThat(written()).isEmpty();
    }

    @Test
    void refusesChangesThatTheMemoryWouldNotBePartOf() {
        RedisChange change = WRITE.on(redis.changes().key("lines")).with("line");

        assertThatIllegalStateException()
                .isThrownBy(() -> inbox().once(
                                "rewards.gifts", "e1", () -> redis.changes().make(change)))
                .withMessageStartingWith("A reaction enlists its change");
        assertThatIllegalStateException()
                .isThrownBy(() -> redis.changes().enlist(change))
                .withMessageStartingWith("Only a reaction");
        assertThat(written()).isEmpty();
    }
}
