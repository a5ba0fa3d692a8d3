package com.smartfitness.fleettests;

import com.smartfitness.testing.stores.Eventually;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a photo causes is one trace, through all services and over the broker. */
class TraceIT {

    private static final List<String> STORY = List.of(
            "helper-service: POST /api/v1/tasks",
            "mlops-service: process helper.task-submitted.v1",
            "helper-service: judge",
            "branchowner-service: process helper.task-judged.v1",
            "helper-service: confirm",
            "mlops-service: process helper.task-confirmed.v1");

    @Test
    void followsAPhotoToTheTrainingSample() throws Exception {
        try (TraceCollector collector = TraceCollector.start()) {
            Scene scene = Scene.create();
            String taskId = scene.judgedTask();
            scene.journey().confirm(scene.owner(), taskId);
            scene.journey().awaitSample(scene.operator(), taskId);

            Eventually.becomes(
                    "one trace tells the story",
                    collector::traces,
                    traces -> traces.stream()
                            .filter(trace -> trace.stream().anyMatch(span -> span.startsWith("api-gateway: POST")))
                            .anyMatch(trace -> trace.containsAll(STORY)));
        }
    }
}
