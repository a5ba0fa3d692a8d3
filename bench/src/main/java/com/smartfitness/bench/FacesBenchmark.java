package com.smartfitness.bench;

import com.smartfitness.bench.faces.LabelledPhotos;
import com.smartfitness.bench.faces.MatchRates;
import com.smartfitness.bench.faces.RatePlot;
import com.smartfitness.devices.FacePhoto;
import com.smartfitness.recognition.FaceDescriptor;
import com.smartfitness.recognition.FaceLimits;
import com.smartfitness.recognition.FaceModels;
import com.smartfitness.recognition.FaceReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How well photos tell faces apart. */
@Command(name = "faces", description = "How well faces are told apart on labelled photos.")
final class FacesBenchmark implements Callable<Integer> {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this.")
    boolean help;

    @Parameters(
            paramLabel = "FOLDER",
            arity = "0..1",
            description = "With one folder a person, each with photos: JPEG or PNG, upright. Without it two people are"
                    + " compared of whom there is one photo each, in variations.")
    private @Nullable Path folder;

    @Option(
            names = "--variations",
            description = "Count each photo darker, brighter, blurred, turned, cropped and compressed too.")
    private boolean variations;

    @Option(
            names = "--descriptor",
            paramLabel = "FILE",
            description = "Another descriptor model than the one that comes along.")
    private @Nullable Path descriptor;

    @Option(
            names = "--wanted",
            defaultValue = "0.001",
            description = "Chance that a stranger is taken for anybody enrolled. Default: ${DEFAULT-VALUE}")
    private double wanted = 0.001;

    @Option(names = "--faces", defaultValue = "11000", description = "Enrolled faces. Default: ${DEFAULT-VALUE}")
    private int faces = 11_000;

    @Override
    public Integer call() throws IOException {
        if ((folder != null && !Files.isDirectory(folder)) || wanted <= 0 || wanted >= 1 || faces < 1) {
            System.err.println("bench: FOLDER must be a folder, --wanted between 0 and 1, and --faces above 0");
            return 2;
        }
        LabelledPhotos photos = photos();
        if (photos.people() < 2) {
            System.err.println(
                    "bench: there must be usable photos of two people at least; refused were " + photos.refused());
            return 1;
        }
        MatchRates rates = MatchRates.of(photos.photos());
        FacesReport report = FacesReport.of(photos, rates, wanted, faces);
        Path plot = Reports.folder().resolve("faces.svg");
        Files.writeString(plot, RatePlot.of(rates, report.threshold().similarity()));
        Reports.tell("faces", report.text() + "\nplot: " + plot, report);
        return 0;
    }

    private LabelledPhotos photos() throws IOException {
        Progress.say("Looking at the photos");
        try (FaceModels models = FaceModels.builtIn();
                FaceDescriptor used = descriptor == null
                        ? FaceDescriptor.builtIn()
                        : FaceDescriptor.of(Files.readAllBytes(descriptor))) {
            LabelledPhotos photos =
                    new LabelledPhotos(new FaceReader(models, FaceLimits.DEFAULT), used, variations || folder == null);
            if (folder != null) {
                photos.addAll(folder);
                return photos;
            }
            for (FacePhoto known : List.of(FacePhoto.COLLINS, FacePhoto.HOPPER)) {
                photos.add(known.name(), ImageIO.read(new ByteArrayInputStream(known.bytes())));
            }
            return photos;
        }
    }
}
