package com.smartfitness.replication;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.replication.example.members.Members;
import com.smartfitness.replication.example.members.MembersApplication;
import com.smartfitness.replication.example.rewards.RewardsApplication;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TwoServicesIT {

    private static RunningService members;
    private static RunningService rewards;

    @BeforeAll
    static void start() {
        BrokerFacts broker = Stores.broker().newVirtualHost("members", "rewards");
        members = RunningService.start(
                MembersApplication.class, "members", broker, Stores.postgres().newDatabase());
        members.bean(Members.class).join("M-early", "Ahn");
        rewards = RunningService.start(
                RewardsApplication.class, "rewards", broker, Stores.postgres().newDatabase());
        rewards.awaitListening();
    }

    @AfterAll
    static void stop() {
        rewards.close();
        members.close();
    }

    @Test
    void copiesWhatWasThereBeforeTheConsumer() {
        Eventually.holds("the early member is known", () -> knows("M-early", "Ahn", 0));
    }

    @Test
    void followsChanges() {
        members.bean(Members.class).join("M1", "Baek");
        members.bean(Members.class).visit("M1");
        Version last = members.bean(Members.class).visit("M1");

        assertThat(last).isEqualTo(new Version(1, 3));
        Eventually.holds("both visits are known", () -> knows("M1", "Baek", 2));
        Eventually.holds("one gift was given", () -> gifts("M1") == 1);
    }

    @Test
    void forgetsWhoLeft() {
        members.bean(Members.class).join("M2", "Cho");
        Eventually.holds("the member is known", () -> knows("M2", "Cho", 0));

        members.bean(Members.class).leave("M2");

        Eventually.holds("the member is forgotten", () -> !knows("M2", "Cho", 0));
    }

    private static boolean knows(String memberId, String name, int visits) {
        return rewards.database()
                        .sql("select count(*) from known_member where member_id = ? and name = ? and visits = ?")
                        .params(memberId, name, visits)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private static int gifts(String memberId) {
        return rewards.database()
                .sql("select count(*) from gift where member_id = ?")
                .params(memberId)
                .query(Integer.class)
                .single();
    }
}
