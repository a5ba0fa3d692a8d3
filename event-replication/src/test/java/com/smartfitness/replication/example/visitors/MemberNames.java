package com.smartfitness.replication.example.visitors;

import com.smartfitness.replication.Replica;
import com.smartfitness.replication.ReplicaRows;
import com.smartfitness.replication.example.MemberEvent;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Keeps the members' names, in a file. */
@Component
@Replica(queue = "members", table = "member_name")
public class MemberNames {

    record MemberName(String memberId, String name) {}

    private final ObjectProvider<ReplicaRows> replicas;

    MemberNames(ObjectProvider<ReplicaRows> replicas) {
        this.replicas = replicas;
    }

    MemberName on(MemberEvent.Present member) {
        return new MemberName(member.memberId(), member.name());
    }

    /** The member's name; empty if nobody is known under the id. */
    public String of(String memberId) {
        return replicas.getObject()
                .row("member_name", MemberName.class, memberId)
                .map(MemberName::name)
                .orElse("");
    }
}
