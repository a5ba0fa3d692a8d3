package com.smartfitness.replication.example;

import com.smartfitness.replication.Replica;
import org.springframework.stereotype.Component;

/** Keeps a copy of the members, by itself: no table has to be made for it. */
@Component
@Replica(queue = "members", table = "known_member")
public final class MemberReplica {

    record KnownMember(String memberId, String name, int visits) {}

    KnownMember on(MemberEvent.Present member) {
        return new KnownMember(member.memberId(), member.name(), member.visits());
    }
}
