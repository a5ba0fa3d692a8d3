package com.smartfitness.mlops.laundry.commandline;

import com.smartfitness.mlops.laundry.TrainingCourse;
import com.smartfitness.mlops.laundry.TrainingFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The training process: learns and verifies in the folder that it is given, says on its standard output how far it has
 * come ({@code progress STAGE PERCENT}), and ends when its standard input does, so that it never outlives who started it.
 */
public final class TrainLaundryModel {

    /** The first argument by which the service's program becomes this one. */
    public static final String COMMAND = "train";

    /** What a line of progress begins with. */
    public static final String PROGRESS = "progress ";

    private static final int ORPHANED = 3;
    private static final Logger TRAINER = Logger.getLogger("org.tribuo");

    private TrainLaundryModel() {}

    /**
     * Goes through the course.
     *
     * @param arguments {@link #COMMAND}, the folder, and the threshold of the model that is made
     */
    public static void main(String[] arguments) throws IOException {
        Thread.ofPlatform().daemon().name("parent").start(TrainLaundryModel::endWithParent);
        TRAINER.setLevel(Level.WARNING);
        TrainingFolder folder = new TrainingFolder(Path.of(arguments[1]));
        double threshold = Double.parseDouble(arguments[2]);
        new TrainingCourse(folder, threshold, (stage, percent) -> System.out.println(PROGRESS + stage + " " + percent))
                .run();
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is said to this process; what counts is that somebody could.
            }
        } catch (IOException gone) {
            // The same as the end.
        }
        Runtime.getRuntime().halt(ORPHANED);
    }
}
