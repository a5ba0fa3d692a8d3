package com.smartfitness.replication.example.redis.rewards;

import com.smartfitness.replication.Replica;
import com.smartfitness.replication.example.MemberEvent;
import org.springframework.stereotype.Component;

/** Keeps a copy of the members, in a hash of this service. */
@Component
@Replica(queue = "members", table = "known_member")
class MemberReplica {

    record KnownMember(String memberId, String name, int visits) {}

    KnownMember on(MemberEvent.Present member) {
        return new KnownMember(member.memberId(), member.name(), member.visits());
    }
}
