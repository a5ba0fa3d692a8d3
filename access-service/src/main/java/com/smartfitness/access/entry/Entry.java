package com.smartfitness.access.entry;

import com.smartfitness.events.AccessDeniedEvent;
import com.smartfitness.events.AccessEvent;
import com.smartfitness.events.AccessGrantedEvent;
import com.smartfitness.events.AccessMethod;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to pass a gate.
 *
 * @param userId who passes, or would have but for the reason; absent where nobody was recognised
 * @param denied why the gate stayed shut; absent where it was told to open
 * @param scores absent where no face was compared
 */
public record Entry(
        String id,
        Instant at,
        String branchId,
        String gateId,
        AccessMethod method,
        @Nullable String userId,
        @Nullable DenialReason denied,
        @Nullable Scores scores) {

    /**
     * How alike the faces were.
     *
     * @param similarity of the best match
     * @param margin how far it was ahead of the second
     * @param model whose vectors were compared
     */
    public record Scores(double similarity, double margin, String model) {}

    public boolean isGranted() {
        return denied == null;
    }

    /** What the others are told. */
    AccessEvent event() {
        Double similarity = scores == null ? null : scores.similarity();
        Double margin = scores == null ? null : scores.margin();
        String model = scores == null ? null : scores.model();
        if (denied != null) {
            return new AccessDeniedEvent(id, branchId, gateId, method, denied.name(), similarity, margin, model, at);
        }
        return new AccessGrantedEvent(
                id, branchId, gateId, method, String.valueOf(userId), similarity, margin, model, at);
    }
}
