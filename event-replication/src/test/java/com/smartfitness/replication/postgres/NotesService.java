package com.smartfitness.replication.postgres;

import com.smartfitness.events.DomainEvent;
import com.smartfitness.replication.EventPublisher;
import com.smartfitness.replication.ReplicationProperties;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.contract.NoteEvent;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.json.JsonMapper;

/** The service that publishes the contract's events, on a database. */
record NotesService(ServiceDatabase database, PostgresOutbox outbox, EventPublisher events) {

    static final ReplicationProperties PROPERTIES = Binder.get(new MockEnvironment())
            .bindOrCreate("replication", ReplicationProperties.class)
            .withService(NoteEvent.SERVICE);

    static NotesService on(ServiceDatabase database) {
        return new NotesService(
                database,
                new PostgresOutbox(database.dataSource(), PROPERTIES),
                new PostgresEventPublisher(
                        database.jdbc(), JsonMapper.shared(), PROPERTIES, Clock.systemUTC(), () -> {}));
    }

    List<Version> commit(DomainEvent... published) {
        return database.committing(
                () -> Stream.of(published).map(events::publish).toList());
    }
}
