package com.smartfitness.bench;

import com.smartfitness.bench.gate.PhotoLoad;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A gate's question by photo, and what photos do to gates that ask by template meanwhile. */
@Command(name = "photos", description = "Verification of photos at the gate, and of templates beside them, over HTTP.")
final class PhotosBenchmark implements Callable<Integer> {

    @Mixin
    private RunOptions options;

    @Option(names = "--faces", defaultValue = "11000", description = "Enrolled faces. Default: ${DEFAULT-VALUE}")
    private int faces = 11_000;

    @Option(names = "--photo-rate", defaultValue = "2", description = "Photos a second. Default: ${DEFAULT-VALUE}")
    private int photoRate = 2;

    @Option(names = "--rate", defaultValue = "200", description = "Templates a second. Default: ${DEFAULT-VALUE}")
    private int rate = 200;

    @Option(names = "--seconds", defaultValue = "60", description = "Of each phase. Default: ${DEFAULT-VALUE}")
    private int seconds = 60;

    PhotosBenchmark() {
        this(new RunOptions());
    }

    PhotosBenchmark(RunOptions options) {
        this.options = options;
    }

    private record Report(MachineFacts machine, int faces, int photoRate, int rate, PhotoLoad.Result result) {}

    @Override
    public Integer call() throws Exception {
        int people = options.quick ? 200 : faces;
        PhotoLoad.Result found = new PhotoLoad(Progress::say, options::jvmOptionsOf)
                .run(people, photoRate, rate, options.seconds(30, 2), options.seconds(seconds, 3));
        MachineFacts machine = MachineFacts.read();
        StringBuilder text = new StringBuilder("""
                photos: %d faces of 128 dimensions, %d photos and %d templates a second, open loop

                machine    %s, with Redis, the broker and the load generator on it
                ms                         requests  failed      p50      p95      p99      max
                photos alone               %s
                templates alone            %s
                photos beside templates    %s
                templates beside photos    %s
                resident MB before the first photo and in the end: %d, %d

                steps of photos alone, ms       p50      p99
                """.formatted(
                        people,
                        photoRate,
                        rate,
                        machine,
                        found.photos().columns(),
                        found.templates().columns(),
                        found.besideTemplates().columns(),
                        found.besidePhotos().columns(),
                        found.memoryBefore(),
                        found.memoryInTheEnd()));
        found.steps()
                .forEach((step, time) -> text.append("  %-24s %8.2f %8.2f%n".formatted(step, time.p50(), time.p99())));
        Reports.tell("photos", text.toString(), new Report(machine, people, photoRate, rate, found));
        return 0;
    }
}
