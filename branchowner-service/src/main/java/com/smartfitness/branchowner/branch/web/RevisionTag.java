package com.smartfitness.branchowner.branch.web;

import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;

/** A branch's revision as an entity tag (RFC 9110, 8.8.3). */
final class RevisionTag {

    private RevisionTag() {}

    static String of(long revision) {
        return "\"" + revision + "\"";
    }

    /**
     * Accepts the revisions that {@code If-Match} names, by strong comparison: a weak tag matches none.
     *
     * @throws RevisionRequiredException when asked without there being such a header
     */
    static LongPredicate expectedBy(@Nullable String ifMatch) {
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
