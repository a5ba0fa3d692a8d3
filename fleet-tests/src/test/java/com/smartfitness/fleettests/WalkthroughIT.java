package com.smartfitness.fleettests;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.fleet.demo.SamplePhoto;
import com.smartfitness.fleet.demo.Walkthrough;
import com.smartfitness.fleet.demo.Walkthrough.Outcome;
import com.smartfitness.fleet.demo.Walkthrough.People;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WalkthroughIT {

    @Test
    void correctedJudgementReachesTrainingDataByEventsAlone() {
        People people = new People(Scene.anyAccount(), Scene.anyAccount(), Scene.anyAccount(), RunningFleet.operator());
        List<String> steps = new ArrayList<>();

        Outcome outcome = new Walkthrough(RunningFleet.gateway(), steps::add).run(people, SamplePhoto.bytes());

        assertThat(outcome.judgement()).isEqualTo("미흡");
        assertThat(outcome.modelVersion()).isNotBlank();
        assertThat(steps).hasSize(11);
    }

    @Test
    void keepsWhatTheOwnerAndTheModelHaveSaid() {
        Scene scene = Scene.create();
        String taskId = scene.judgedTask();
        scene.journey().confirm(scene.owner(), taskId);

        var sample = scene.journey().awaitSample(scene.operator(), taskId);

        assertThat(sample.text("correctedResult")).isEqualTo("양호");
        assertThat(sample.text("aiResult")).isEqualTo("미흡");
        assertThat(sample.text("branchId")).isEqualTo(scene.branchId());
    }

    @Test
    void paysTheHelperOnce() {
        Scene scene = Scene.create();
        String taskId = scene.judgedTask();
        scene.journey().confirm(scene.owner(), taskId);

        scene.journey().awaitReward(scene.helper());
        scene.journey().awaitDone(scene.owner(), scene.branchId(), taskId);

        assertThat(scene.asHelper("/api/v1/balance").body().path("amount").asLong())
                .isEqualTo(1_000);
    }
}
