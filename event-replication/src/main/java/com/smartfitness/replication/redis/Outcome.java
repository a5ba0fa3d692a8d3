package com.smartfitness.replication.redis;

import com.smartfitness.replication.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has become of a {@link RedisChange}. */
public sealed interface Outcome {

    /**
     * It was made, and is on disk as Redis' settings promise; its events will be published.
     *
     * @param answer what the script returned, numbers in decimal; null if it returned nothing
     * @param versions the version of its aggregate after each event
     */
    record Made(@Nullable String answer, List<Version> versions) implements Outcome {
        public Made {
            versions = List.copyOf(versions);
        }
    }

    /**
     * The script refused: nothing is changed and nothing published.
     *
     * @param reason what the script gave to {@code refuse}
     */
    record Refused(String reason) implements Outcome {}
}
