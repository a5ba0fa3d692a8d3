package com.smartfitness.replication;

import com.smartfitness.events.EventCatalogue;
import com.smartfitness.replication.broker.CloudEvent;
import com.smartfitness.replication.example.MemberEvent;
import com.smartfitness.replication.example.MemberEvent.MemberChangedEvent;
import com.smartfitness.replication.example.MemberEvent.MemberJoinedEvent;
import com.smartfitness.replication.example.MemberEvent.MemberLeftEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Members who join, visit, leave and come back at random. */
final class RandomMembers {

    private static final int MEMBERS = 400;

    private final Random random;
    private final Map<String, Long> versions = new HashMap<>();
    private final Map<String, MemberEvent> last = new TreeMap<>();
    private final Map<String, Integer> joinings = new TreeMap<>();

    RandomMembers(Random random) {
        this.random = random;
    }

    /** So many messages, one in three events twice, in an order that says nothing. */
    List<CloudEvent> events(int messages) {
        List<CloudEvent> events = new ArrayList<>();
        while (events.size() < messages) {
            CloudEvent event = next();
            events.add(event);
            if (random.nextInt(3) == 0 && events.size() < messages) {
                events.add(event);
            }
        }
        Collections.shuffle(events, random);
        return events;
    }

    /** What a replica has to show in the end: name and visits of each member. */
    Map<String, String> present() {
        Map<String, String> present = new TreeMap<>();
        last.forEach((id, event) -> {
            if (event instanceof MemberEvent.Present member) {
                present.put(id, member.name() + " " + member.visits());
            }
        });
        return present;
    }

    /** How often each member has joined. */
    Map<String, String> joinings() {
        Map<String, String> texts = new TreeMap<>();
        joinings.forEach((id, times) -> texts.put(id, String.valueOf(times)));
        return texts;
    }

    private CloudEvent next() {
        String id = "M%03d".formatted(random.nextInt(MEMBERS));
        MemberEvent event = after(last.get(id), id);
        last.put(id, event);
        long version = versions.merge(id, 1L, Long::sum);
        if (event instanceof MemberJoinedEvent) {
            joinings.merge(id, 1, Integer::sum);
        }
        return new CloudEvent(
                id + "-" + version,
                "/members-service",
                EventCatalogue.typeOf(event.getClass()).value(),
                id,
                Instant.EPOCH.plusSeconds(version),
                new Version(1, version),
                null,
                null,
                JsonMapper.shared().writeValueAsBytes(event));
    }

    private MemberEvent after(@Nullable MemberEvent before, String id) {
        if (!(before instanceof MemberEvent.Present member)) {
            return new MemberJoinedEvent(id, "Member " + random.nextInt(1_000), 0);
        }
        return random.nextInt(5) == 0
                ? new MemberLeftEvent(id)
                : new MemberChangedEvent(id, member.name(), member.visits() + 1);
    }
}
