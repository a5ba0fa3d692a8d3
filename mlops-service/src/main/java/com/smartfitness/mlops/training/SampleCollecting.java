package com.smartfitness.mlops.training;

import com.smartfitness.mlops.dataset.DatasetSample;
import com.smartfitness.mlops.dataset.DatasetSnapshots;
import com.smartfitness.mlops.laundry.LaundryLabel;
import com.smartfitness.mlops.laundry.TrainingFolder;
import com.smartfitness.mlops.picture.Pictures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Hands a snapshot over to a training process: features of what is learnt from, pictures of what is held out. */
@Component
class SampleCollecting {

    private final DatasetSnapshots snapshots;
    private final Pictures pictures;

    SampleCollecting(DatasetSnapshots snapshots, Pictures pictures) {
        this.snapshots = snapshots;
        this.pictures = pictures;
    }

    /**
     * What was handed over.
     *
     * @param leastOfALabel photos to learn from of the rarer label
     */
    record Collected(int leastOfALabel) {}

    Collected into(TrainingFolder folder, String snapshotId, Course.Steps steps)
            throws IOException, InterruptedException {
        Map<LaundryLabel, Integer> labels = new EnumMap<>(LaundryLabel.class);
        List<DatasetSample> heldOut = new ArrayList<>();
        try (TrainingFolder.Rows rows = folder.writeTraining()) {
            List<DatasetSample> training = new ArrayList<>();
            snapshots.each(snapshotId, sample -> (sample.heldOut() ? heldOut : training).add(sample));
            for (DatasetSample sample : training) {
                rows.add(sample.label(), sample.features().toBytes());
                labels.merge(sample.label(), 1, Integer::sum);
            }
        }
        steps.at(TrainingStage.COLLECTING, 10);
        collectPictures(folder, heldOut, steps);
        return new Collected(Arrays.stream(LaundryLabel.values())
                .mapToInt(label -> labels.getOrDefault(label, 0))
                .min()
                .orElse(0));
    }

    /**
     * One after the other, with a rest after each that is as long as it took: whoever waits for a judgement goes first,
     * and the busier machine and store are, the longer the rests.
     */
    private void collectPictures(TrainingFolder folder, List<DatasetSample> heldOut, Course.Steps steps)
            throws IOException, InterruptedException {
        try (TrainingFolder.Rows rows = folder.writeHeldOut()) {
            int collected = 0;
            for (DatasetSample sample : heldOut) {
                long start = System.nanoTime();
                rows.add(sample.label(), pictures.of(sample.sha256()));
                steps.at(TrainingStage.COLLECTING, 10 + 90 * ++collected / heldOut.size());
                TimeUnit.NANOSECONDS.sleep(System.nanoTime() - start);
            }
        }
    }
}
