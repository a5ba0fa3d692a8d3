package com.smartfitness.replication.failures;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.replication.RunningService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The consumer's process dies between its commit and its acknowledgement. */
class ConsumerKilledIT {

    private static Site site;
    private static RunningService members;
    private static MembersClient client;

    @BeforeAll
    static void start() {
        site = Site.shared();
        members = site.startMembers();
        client = MembersClient.of(members);
        site.letRewardsBegin();
    }

    @AfterAll
    static void stop() {
        members.close();
    }

    @Test
    void keepsWhatItHadCopiedAndNotAcknowledged() {
        assertThat(client.join("Copied")).isTrue();
        assertThat(client.visit("Copied")).isTrue();

        killAt("applied.rewards.members");

        assertThat(site.ledger().isKnown("Copied")).isTrue();
        restartAndCompare();
    }

    @Test
    void givesNothingTwiceForWhatItHadNotAcknowledged() {
        assertThat(client.join("Gifted")).isTrue();

        killAt("applied.rewards.welcome-gifts");

        assertThat(site.ledger().gifts("Gifted")).isEqualTo(1);
        restartAndCompare();
    }

    private static void killAt(String point) {
        try (ChildService rewards = site.spawnRewards("stop.at=" + point)) {
            rewards.awaitStopPoint();
            rewards.kill();
        }
    }

    private static void restartAndCompare() {
        try (RunningService _ = site.startRewards()) {
            site.ledger().awaitEquality(client);
        }
    }
}
