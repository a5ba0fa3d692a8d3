package com.smartfitness.replication.elasticsearch;

import com.smartfitness.replication.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a {@link DocumentChange}. It is on disk, and its events will be published.
 *
 * @param content the document's; null if it is gone
 * @param versions the aggregate's version after each event
 */
public record Made<D>(@Nullable D content, List<Version> versions) {

    public Made {
        versions = List.copyOf(versions);
    }
}
