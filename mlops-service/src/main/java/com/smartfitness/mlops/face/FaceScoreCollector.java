package com.smartfitness.mlops.face;

import com.smartfitness.events.AccessDeniedEvent;
import com.smartfitness.events.AccessEvent;
import com.smartfitness.events.AccessGrantedEvent;
import com.smartfitness.events.AccessMethod;
import com.smartfitness.replication.Reaction;
import org.springframework.stereotype.Component;

/**
 * Keeps what entries by face scored, each once. A reaction and no replica: entries end, and their source forgets them.
 */
@Component
@Reaction(queue = "entries")
class FaceScoreCollector {

    private final FaceScores scores;

    FaceScoreCollector(FaceScores scores) {
        this.scores = scores;
    }

    void on(AccessGrantedEvent granted) {
        keep(granted);
    }

    void on(AccessDeniedEvent denied) {
        keep(denied);
    }

    private void keep(AccessEvent entry) {
        Double similarity = entry.similarity();
        Double margin = entry.margin();
        String model = entry.modelVersion();
        if (entry.method() == AccessMethod.FACE && similarity != null && margin != null && model != null) {
            scores.keep(entry.accessId(), entry.at(), new FaceScore(similarity, margin), model);
        }
    }
}
