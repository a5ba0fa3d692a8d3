package com.smartfitness.defaults.live;

import com.smartfitness.defaults.problem.ProblemException;
import java.util.List;

/**
 * Inboxes of users, as streams read them: a bean of a service that has {@link LiveStreams}. Entries have ids that rise
 * with every entry of an inbox: what becomes visible later has a higher one.
 */
public interface LiveInbox {

    /**
     * One entry.
     *
     * @param content as JSON shows it
     */
    record LiveEntry(long id, Object content) {}

    /**
     * Lets pass who may see the inbox.
     *
     * @throws ProblemException if the user may not, or not any more
     */
    void require(String userId);

    /** The entry that was told last, 0 if there is none. */
    long last(String userId);

    /** What has been told since, in the order in which it was. */
    List<LiveEntry> after(String userId, long id, int limit);

    /** How much is unread now, as JSON shows it; equal to another where nothing has changed. */
    Object unread(String userId);
}
