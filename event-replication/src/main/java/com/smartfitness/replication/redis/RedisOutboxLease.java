package com.smartfitness.replication.redis;

import static com.smartfitness.replication.redis.RedisLink.bytes;
import static com.smartfitness.replication.redis.RedisLink.text;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import com.smartfitness.events.EventCatalogue;
import com.smartfitness.replication.StoreUnavailableException;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.broker.CloudEvent;
import com.smartfitness.replication.outbox.OutboxLease;
import com.smartfitness.replication.outbox.PendingEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A lease is a token in Redis that every script of the relay compares before it does anything, so that a relay which was
 * paused for long removes nothing any more once another has taken its place.
 */
final class RedisOutboxLease implements OutboxLease {

    /** How long nobody may take the lease from a relay that is not heard of. */
    static final Duration LASTING = Duration.ofSeconds(5);

    private static final LuaScript TAKE = script("lease-take");
    private static final LuaScript LEAVE = script("lease-leave");
    private static final LuaScript STATE = script("lease-state");
    private static final LuaScript NEXT = script("outbox-next");
    private static final LuaScript REMOVE = script("outbox-remove");

    private static final Comparator<Found> OLDEST_FIRST = Comparator.<Found>comparingLong(
                    found -> found.entry().milliseconds())
            .thenComparingLong(found -> found.entry().number())
            .thenComparing(Found::aggregate);

    private final RedisLink link;
    private final RedisKeys keys;
    private final byte[] token = bytes(UUID.randomUUID().toString());
    private final Set<String> kinds = new TreeSet<>();

    private record Found(String aggregate, StreamEntry entry) {}

    RedisOutboxLease(RedisLink link, RedisKeys keys) {
        this.link = link;
        this.keys = keys;
    }

    private static LuaScript script(String name) {
        return LuaScript.relieving(LuaScript.part("source"), LuaScript.part("lease"), LuaScript.part(name));
    }

    boolean take() {
        List<Object> reply = link.run(TAKE, List.of(keys.lease()), List.of(token, lasting()));
        return text(reply.getFirst()).equals("HELD");
    }

    @Override
    public List<PendingEvent> next(int limit, Collection<String> except, Collection<PendingEvent> sent) {
        Map<String, Set<String>> busy = sent.stream()
                .collect(groupingBy(
                        PendingEvent::aggregate,
                        mapping(event -> requireNonNull(event.event().subject()), toSet())));
        while (true) {
            List<String> asked =
                    kinds.stream().filter(kind -> !except.contains(kind)).toList();
            List<String> scriptKeys = new ArrayList<>(List.of(keys.lease(), keys.source(), keys.kinds()));
            List<byte[]> arguments = new ArrayList<>(
                    List.of(bytes(link.seen().epoch()), bytes(link.seen().counter()), bytes(limit)));
            for (String kind : asked) {
                Set<String> passedOver = busy.getOrDefault(kind, Set.of());
                scriptKeys.add(keys.outbox(kind));
                arguments.add(bytes(passedOver.size()));
                passedOver.forEach(id -> arguments.add(bytes(id)));
            }
            List<Object> reply = held(NEXT, scriptKeys, arguments);
            // A kind that was never published before shows here first.
            if (!kinds.addAll(
                    ((List<?>) reply.get(3)).stream().map(RedisLink::text).toList())) {
                return oldest(limit, sawEpoch(reply), asked, (List<?>) reply.get(4));
            }
        }
    }

    @Override
    public void remove(List<PendingEvent> sent, Map<String, Version> sequences) {
        List<byte[]> arguments = new ArrayList<>();
        arguments.add(bytes(sequences.size()));
        sequences.forEach((type, place) -> {
            arguments.add(bytes(type));
            arguments.add(bytes(place.toString()));
        });
        sent.forEach(event -> arguments.add(bytes(event.position())));
        held(
                REMOVE,
                Stream.concat(
                                Stream.of(keys.lease(), keys.sequences()),
                                sent.stream().map(PendingEvent::aggregate).map(keys::outbox))
                        .toList(),
                arguments);
    }

    @Override
    public Map<String, Version> sequences() {
        return sequences((List<?>) state().get(3));
    }

    /** The hash of sequences, as a script returns it. */
    static Map<String, Version> sequences(List<?> flat) {
        Map<String, Version> sequences = new HashMap<>();
        for (int i = 0; i < flat.size(); i += 2) {
            sequences.put(text(flat.get(i)), Version.parse(text(flat.get(i + 1))));
        }
        return sequences;
    }

    @Override
    public long epoch() {
        return sawEpoch(state());
    }

    @Override
    public void close() {
        try {
            link.run(LEAVE, List.of(keys.lease()), List.of(token));
        } catch (StoreUnavailableException e) {
            // The lease ends by itself.
        }
    }

    private List<Object> state() {
        return held(
                STATE,
                List.of(keys.lease(), keys.source(), keys.sequences()),
                List.of(bytes(link.seen().epoch()), bytes(link.seen().counter())));
    }

    private List<Object> held(LuaScript script, List<String> scriptKeys, List<byte[]> arguments) {
        List<byte[]> all = new ArrayList<>(List.of(token, lasting()));
        all.addAll(arguments);
        List<Object> reply = link.run(script, scriptKeys, all);
        if (text(reply.getFirst()).equals("LOST")) {
            throw new StoreUnavailableException(new IllegalStateException("The lease is another's, or was given back"));
        }
        return reply;
    }

    private long sawEpoch(List<Object> reply) {
        long epoch = (Long) reply.get(1);
        link.saw(epoch, (Long) reply.get(2));
        return epoch;
    }

    private List<PendingEvent> oldest(int limit, long epoch, List<String> asked, List<?> ranges) {
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            String aggregate = asked.get(i);
            StreamEntry.all(ranges.get(i)).forEach(entry -> found.add(new Found(aggregate, entry)));
        }
        return found.stream()
                .sorted(OLDEST_FIRST)
                .limit(limit)
                .map(one -> pending(one.aggregate(), one.entry(), epoch))
                .toList();
    }

    /** The epoch is that of sending, as an event that was committed in an earlier one must not count as old. */
    private static PendingEvent pending(String aggregate, StreamEntry entry, long epoch) {
        String type = entry.value("type");
        String trace = entry.value("trace");
        return new PendingEvent(
                entry.id(),
                aggregate,
                entry.value("mandatory").equals("1"),
                new CloudEvent(
                        entry.value("event"),
                        EventCatalogue.sourceOf(type),
                        type,
                        entry.value("id"),
                        Instant.parse(entry.value("time")),
                        new Version(epoch, Long.parseLong(entry.value("version"))),
                        null,
                        trace.isEmpty() ? null : trace,
                        entry.bytes("data")));
    }

    private static byte[] lasting() {
        return bytes(LASTING.toMillis());
    }
}
