package com.smartfitness.defaults.web;

import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;

/** The revision of something that two people may edit, as an entity tag (RFC 9110, 8.8.3). */
public final class RevisionTag {

    private RevisionTag() {}

    /** What is answered as {@code ETag}. */
    public static String of(long revision) {
        return "\"" + revision + "\"";
    }

    /**
     * Accepts the revisions that {@code If-Match} names, by strong comparison: a weak tag matches none.
     *
     * @throws RevisionRequiredException when asked without there being such a header
     */
    public static LongPredicate expectedBy(@Nullable String ifMatch) {
        return revision -> {
            if (ifMatch == null || ifMatch.isBlank()) {
                throw new RevisionRequiredException();
            }
            List<ETag> tags = ETag.parse(ifMatch);
            return tags.stream()
                    .anyMatch(
                            tag -> tag.isWildcard() || (!tag.weak() && tag.tag().equals(Long.toString(revision))));
        };
    }
}
