package com.smartfitness.replication.broker;

import com.smartfitness.replication.broker.ConfirmedChannel.Outcome;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Messages that were sent one after the other on a {@link ConfirmedChannel}, and what the broker has said of them. */
public final class SentBatch {

    private final List<String> messageIds;
    private final long firstTag;
    private final long sentAt = System.nanoTime();
    private final BitSet unsettled = new BitSet();
    private final BitSet refused = new BitSet();
    private final Set<String> returned = new HashSet<>();

    SentBatch(List<OutgoingMessage> messages, long firstTag) {
        this.messageIds = messages.stream()
                .map(message -> message.properties().getMessageId())
                .toList();
        this.firstTag = firstTag;
        unsettled.set(0, messageIds.size());
    }

    /** Whether the broker has answered for every message. */
    public synchronized boolean isAnswered() {
        return unsettled.isEmpty();
    }

    /** One outcome a message, in order, once all are answered for. */
    public synchronized List<Outcome> outcomes() {
        return IntStream.range(0, messageIds.size()).mapToObj(this::outcome).toList();
    }

    long sentAt() {
        return sentAt;
    }

    /** A message comes back before it is confirmed. */
    synchronized void returned(String messageId) {
        returned.add(messageId);
    }

    /** Takes an answer, which may be for messages of other batches. Returns whether it was the last one. */
    synchronized boolean settle(long tag, boolean multiple, boolean refusing) {
        int to = (int) Math.min(tag - firstTag + 1, messageIds.size());
        int from = multiple ? 0 : (int) Math.max(0, tag - firstTag);
        if (from >= to) {
            return false;
        }
        if (refusing) {
            refused.set(from, to);
        }
        unsettled.clear(from, to);
        return unsettled.isEmpty();
    }

    private Outcome outcome(int index) {
        if (refused.get(index)) {
            return Outcome.REFUSED;
        }
        return returned.contains(messageIds.get(index)) ? Outcome.UNROUTABLE : Outcome.CONFIRMED;
    }
}
