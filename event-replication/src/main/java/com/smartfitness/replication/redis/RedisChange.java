package com.smartfitness.replication.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.smartfitness.events.DomainEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One change of a service's data, and the events that tell of it; all of it is made by {@link RedisChanges}, or nothing. */
public final class RedisChange {

    private final ChangeScript script;
    private final List<String> keys;
    private final List<byte[]> arguments;
    private final List<DomainEvent> events;
    private final Duration kept;

    RedisChange(
            ChangeScript script, List<String> keys, List<byte[]> arguments, List<DomainEvent> events, Duration kept) {
        this.script = script;
        this.keys = keys;
        this.arguments = arguments;
        this.events = events;
        this.kept = kept;
    }

    /**
     * The same with further arguments, which the script finds in {@code ARGV}.
     *
     * @param more strings, numbers, and bytes, which arrive as they are
     * @throws IllegalArgumentException if an argument is anything else
     */
    public RedisChange with(Object... more) {
        List<byte[]> all = new ArrayList<>(arguments);
        Stream.of(more).map(RedisChange::bytes).forEach(all::add);
        return new RedisChange(script, keys, all, events, kept);
    }

    /** The same with further events, which are published in this order if the script does not refuse. */
    public RedisChange publishing(DomainEvent... more) {
        return new RedisChange(
                script,
                keys,
                arguments,
                Stream.concat(events.stream(), Stream.of(more)).toList(),
                kept);
    }

    /**
     * The same about aggregates that are over soon: for this long snapshots tell of what it publishes, and some time
     * after it the source forgets that there were such aggregates. None of them may be told of again then, because its
     * versions would begin anew. Without a limit they are kept for good.
     */
    public RedisChange keptFor(Duration time) {
        return new RedisChange(script, keys, arguments, events, time);
    }

    private static byte[] bytes(Object argument) {
        return switch (argument) {
            case byte[] bytes -> bytes;
            case String text -> text.getBytes(UTF_8);
            case Number number -> number.toString().getBytes(UTF_8);
            default ->
                throw new IllegalArgumentException("An argument is text, a number or bytes, not "
                        + argument.getClass().getName());
        };
    }

    ChangeScript script() {
        return script;
    }

    List<String> keys() {
        return keys;
    }

    List<byte[]> arguments() {
        return arguments;
    }

    List<DomainEvent> events() {
        return events;
    }

    /** Zero where it is for good. */
    Duration kept() {
        return kept;
    }
}
