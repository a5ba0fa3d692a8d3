package com.smartfitness.bench.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Where a program spent its time, from a recording of JDK Flight Recorder. */
public final class HotMethods {

    private HotMethods() {}

    /** Makes a JVM record itself from start to end. */
    public static String recordingTo(Path file) {
        return "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + file;
    }

    /** The table of the hottest methods. */
    public static String in(Path recording) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Jvm.tool("jfr"), "view", "hot-methods", recording.toString())
                .redirectErrorStream(true)
                .start();
        String table = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return table;
    }
}
