package com.smartfitness.replication.consumer;

import com.smartfitness.replication.Reaction;
import com.smartfitness.replication.StoreUnavailableException;
import com.smartfitness.replication.example.MemberEvent.MemberJoinedEvent;
import com.smartfitness.replication.example.rewards.RewardsApplication;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rewards example with a reaction that fails as the member's name says. */
@Configuration(proxyBeanMethods = false)
@Import({RewardsApplication.class, FragileRewards.Greeting.class})
class FragileRewards {

    static final String QUEUE = "rewards.greetings";

    @Reaction(queue = "greetings")
    static class Greeting {

        final List<String> attempted = new CopyOnWriteArrayList<>();
        final List<String> greeted = new CopyOnWriteArrayList<>();
        final AtomicInteger storeFailures = new AtomicInteger();

        private final JdbcClient jdbc;

        Greeting(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        void on(MemberJoinedEvent joined) throws IOException {
            attempted.add(joined.memberId());
            switch (joined.name()) {
                case "throws" -> throw new IllegalStateException("No greeting for " + joined.memberId());
                case "checked" -> throw new IOException("No paper");
                case "error" -> throw new StackOverflowError("So many greetings");
                case "swallows" -> swallowRefusal();
                case "store-away" -> {
                    if (storeFailures.getAndDecrement() > 0) {
                        throw new StoreUnavailableException(new IOException("The store is away"));
                    }
                }
                case "once" -> {
                    if (attempted.stream().filter(joined.memberId()::equals).count() == 1) {
                        throw new IllegalStateException("Not at first");
                    }
                }
                default -> {}
            }
            greeted.add(joined.memberId());
        }

        /** What an author should not do: the transaction cannot go on after a refused statement. */
        private void swallowRefusal() {
            try {
                jdbc.sql("insert into no_such_table values (1)").update();
            } catch (RuntimeException e) {
                jdbc.sql("select 1").query(Integer.class).single();
            }
        }
    }
}
