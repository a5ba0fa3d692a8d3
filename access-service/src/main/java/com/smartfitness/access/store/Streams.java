package com.smartfitness.access.store;

import java.util.List;
import java.util.Map;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.Limit;
import org.springframework.data.redis.connection.stream.ByteRecord;

/** Reads records of Redis streams. */
public final class Streams {

    private static final int MOST = 1_000;

    private Streams() {}

    /** The records after this id. */
    public static List<ByteRecord> after(Store store, String stream, String id) {
        Range<String> range = Range.of(Range.Bound.exclusive(id), Range.Bound.unbounded());
        List<ByteRecord> records = store.read(redis -> redis.streamCommands()
                .xRange(Store.bytes(stream), range, Limit.limit().count(MOST)));
        return records == null ? List.of() : records;
    }

    /** The text in a field of a record; empty where it has none. */
    public static String field(ByteRecord record, String name) {
        for (Map.Entry<byte[], byte[]> field : record.getValue().entrySet()) {
            if (name.equals(Store.text(field.getKey()))) {
                return Store.text(field.getValue());
            }
        }
        return "";
    }
}
