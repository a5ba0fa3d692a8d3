package com.smartfitness.replication.broker;

import com.smartfitness.replication.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One CloudEvents 1.0 event, its data as JSON in UTF-8.
 *
 * @param id unique, the same for every resend of one event
 * @param source {@code /<service>-service}; null from a producer that does not speak CloudEvents
 * @param type e.g. {@code auth.user-created.v1}
 * @param subject id of the aggregate; null where a message is about none, or from outside
 * @param time when the change was made; null from outside
 * @param version the aggregate's version after the change; null from outside
 * @param sequence place in the source's stream of this type; null where none is counted
 * @param traceparent W3C trace context of the change
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record CloudEvent(
        String id,
        @Nullable String source,
        String type,
        @Nullable String subject,
        @Nullable Instant time,
        @Nullable Version version,
        @Nullable Version sequence,
        @Nullable String traceparent,
        byte[] data) {

    /** What a service tells others beside its events, of no change of an aggregate: it has no version and no place. */
    public static CloudEvent aside(String service, String type, @Nullable String subject, Instant time, byte[] data) {
        return new CloudEvent(
                UUID.randomUUID().toString(), Names.sourceUri(service), type, subject, time, null, null, null, data);
    }

    public CloudEvent withSequence(Version place) {
        return new CloudEvent(id, source, type, subject, time, version, place, traceparent, data);
    }
}
