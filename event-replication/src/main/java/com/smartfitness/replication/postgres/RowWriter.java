package com.smartfitness.replication.postgres;

import com.smartfitness.replication.broker.MalformedEventException;
import com.smartfitness.replication.replica.ReplicaChange;
import com.smartfitness.replication.replica.RowKey;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/** Writes the rows of one replica as JSON, under the names of the columns. */
final class RowWriter {

    /** {@code branchId} is the column {@code branch_id}. */
    static final class ColumnNames extends SnakeCaseStrategy {

        private static final ColumnNames INSTANCE = new ColumnNames();

        static String of(RecordComponent component) {
            return INSTANCE.translate(component.getName());
        }
    }

    /** For the row itself: what is nested in it keeps the names of its components. */
    @JsonNaming(ColumnNames.class)
    private interface NamedByColumns {}

    private final ObjectWriter writer;
    private final RowKey key;

    RowWriter(JsonMapper json, Class<? extends Record> row, String keyColumn) {
        this.writer = json.rebuild().addMixIn(row, NamedByColumns.class).build().writerFor(row);
        this.key = Arrays.stream(row.getRecordComponents())
                .filter(component -> ColumnNames.of(component).equals(keyColumn))
                .map(RowKey::new)
                .findFirst()
                .orElseThrow();
    }

    /**
     * The row of a change.
     *
     * @throws MalformedEventException if it is another aggregate's
     */
    String write(ReplicaChange change, Object row) {
        key.check(change, row);
        return writer.writeValueAsString(row);
    }
}
