package com.smartfitness.replication.example.elasticsearch.members;

import com.smartfitness.replication.elasticsearch.DocumentChange;
import com.smartfitness.replication.elasticsearch.DocumentChange.Changed;
import com.smartfitness.replication.elasticsearch.ElasticsearchChanges;
import com.smartfitness.replication.example.MemberEvent.MemberChangedEvent;
import com.smartfitness.replication.example.MemberEvent.MemberJoinedEvent;
import com.smartfitness.replication.example.MemberEvent.MemberLeftEvent;
import com.smartfitness.replication.example.Membership;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Changes members, each a document, and publishes each change in the same write. */
@Component
class ElasticsearchMembers implements Membership {

    /** A member as it is kept. */
    record Member(String name, int visits) {}

    private final ElasticsearchChanges changes;

    ElasticsearchMembers(ElasticsearchChanges changes) {
        this.changes = changes;
    }

    @Override
    public boolean join(String memberId) {
        String name = "Member " + memberId;
        return isMade(
                memberId,
                stored -> stored.isPresent()
                        ? Changed.to(stored.get())
                        : Changed.to(new Member(name, 0), new MemberJoinedEvent(memberId, name, 0)));
    }

    @Override
    public boolean visit(String memberId) {
        return isMade(
                memberId,
                stored -> stored.map(member -> new Member(member.name(), member.visits() + 1))
                        .map(member ->
                                Changed.to(member, new MemberChangedEvent(memberId, member.name(), member.visits())))
                        .orElseGet(Changed::toNothing));
    }

    @Override
    public boolean leave(String memberId) {
        return isMade(
                memberId,
                stored -> stored.isPresent() ? Changed.toNothing(new MemberLeftEvent(memberId)) : Changed.toNothing());
    }

    private boolean isMade(String memberId, Function<Optional<Member>, Changed<Member>> step) {
        return !changes.make(new DocumentChange<>("member", memberId, Member.class, step))
                .versions()
                .isEmpty();
    }
}
