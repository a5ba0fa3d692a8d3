package com.smartfitness.replication.consumer;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.smartfitness.events.EventCatalogue;
import com.smartfitness.replication.broker.CloudEvent;
import com.smartfitness.replication.broker.MalformedEventException;
import com.smartfitness.replication.broker.Names;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks that nobody speaks for another: the broker vouches for the user, the user must be the source. */
final class Sender {

    private Sender() {}

    /**
     * Whether the message comes from outside this code base; such a producer states no version.
     *
     * @throws MalformedEventException if the source is not the user who published it, or a version is stated by
     *     somebody who owns no aggregate of this type
     */
    static boolean isOutside(CloudEvent event, String routingKey, BasicProperties properties, String ownUser) {
        String source = event.source();
        String publisher = publisher(properties, ownUser);
        if (source != null && !source.equals("/" + publisher)) {
            throw new MalformedEventException("The source is " + source + " but the broker's user was "
                    + (publisher == null ? "not stated" : publisher));
        }
        boolean outside = !ownerOf(event.type()).equals(source);
        if (outside && (event.version() != null || !event.type().equals(routingKey))) {
            throw new MalformedEventException("Only the owner of an aggregate states its version and type");
        }
        return outside;
    }

    private static String ownerOf(String type) {
        try {
            return EventCatalogue.sourceOf(type);
        } catch (IllegalArgumentException e) {
            throw new MalformedEventException("The type '" + type + "' names no service", e);
        }
    }

    /** Who published first; a service's own republishing for a later attempt carries the name along. */
    static @Nullable String publisher(BasicProperties properties, String ownUser) {
        String user = properties.getUserId();
        Map<String, Object> headers = properties.getHeaders();
        if (ownUser.equals(user) && headers != null && headers.containsKey(Names.PUBLISHED_BY)) {
            String first = headers.get(Names.PUBLISHED_BY).toString();
            return first.isEmpty() ? null : first;
        }
        return user;
    }
}
