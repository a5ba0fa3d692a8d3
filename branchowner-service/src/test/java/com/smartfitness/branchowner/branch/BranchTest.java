package com.smartfitness.branchowner.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.smartfitness.branchowner.replica.UserId;
import com.smartfitness.defaults.security.Caller;
import com.smartfitness.events.BranchStatus;
import com.smartfitness.events.Role;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class BranchTest {

    private static final UserId OWNER = new UserId("U-1");

    private final Branch branch =
            Branch.register(OWNER, profile("Mapo"), Instant.parse("2026-03-01T00:00:00.123456789Z"));

    @Test
    void beginsOpenWithItsFirstRevision() {
        assertThat(branch.status()).isEqualTo(BranchStatus.OPEN);
        assertThat(branch.revision()).isEqualTo(1);
        assertThat(branch.id().value()).startsWith("B-");
        assertThat(branch.createdAt()).isEqualTo("2026-03-01T00:00:00.123456Z");
    }

    @Test
    void takesAStepWithEveryEdit() {
        Branch edited = branch.edit(profile("Hongdae"));

        assertThat(edited.profile().name()).isEqualTo("Hongdae");
        assertThat(edited.revision()).isEqualTo(2);
        assertThat(edited.edit(profile("Hongdae"))).isSameAs(edited);
    }

    @Test
    void staysClosed() {
        Branch closed = branch.close();

        assertThat(closed.status()).isEqualTo(BranchStatus.CLOSED);
        assertThat(closed.revision()).isEqualTo(2);
        assertThat(closed.close()).isSameAs(closed);
        assertThatThrownBy(() -> closed.edit(profile("Hongdae"))).isInstanceOf(BranchClosedException.class);
    }

    @Test
    void isSeenByEverybodyWhileOpen() {
        for (Role role : Role.values()) {
            assertThat(branch.isVisibleTo(new Caller("U-2", role))).isTrue();
        }
    }

    @Test
    void isSeenByOwnerAndOperatorsOnceClosed() {
        Branch closed = branch.close();

        assertThat(closed.isVisibleTo(new Caller(OWNER.value(), Role.BRANCH_OWNER)))
                .isTrue();
        assertThat(closed.isVisibleTo(new Caller("U-2", Role.OPERATOR))).isTrue();
        assertThat(closed.isVisibleTo(new Caller("U-2", Role.BRANCH_OWNER))).isFalse();
        assertThat(closed.isVisibleTo(new Caller("U-2", Role.CUSTOMER))).isFalse();
    }

    private static BranchProfile profile(String name) {
        return new BranchProfile(
                name, "45 Yanghwa-ro", null, ZoneId.of("Asia/Seoul"), List.of(), null, List.of(), List.of(), null);
    }
}
