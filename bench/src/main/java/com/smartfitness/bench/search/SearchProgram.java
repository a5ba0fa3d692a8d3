package com.smartfitness.bench.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import tools.jackson.databind.json.JsonMapper;

/** Has JMH measure all engines in this process, and writes what it found. */
public final class SearchProgram {

    private SearchProgram() {}

    /**
     * One engine over so many faces.
     *
     * @param p50 microseconds a search
     * @param p99 microseconds a search
     * @param recallEnrolled how often the most similar of all is found, for people who are enrolled
     * @param recallStrangers the same for people who are not
     */
    public record Found(
            String engine,
            int faces,
            double p50,
            double p99,
            double recallEnrolled,
            double recallStrangers,
            double secondsToBuild) {}

    /** Arguments: file for the result, faces separated by commas, seconds to measure each. */
    public static void main(String[] arguments) throws Exception {
        long millis = Math.round(Double.parseDouble(arguments[2]) * 1_000 / 5);
        Options options = new OptionsBuilder()
                .include(Search.class.getName())
                .param("faces", arguments[1].split(",", -1))
                .param("engine", Engines.names().toArray(String[]::new))
                // Indexes that take minutes to build are built once.
                .forks(0)
                .warmupIterations(3)
                .warmupTime(TimeValue.milliseconds(millis))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(millis))
                .build();
        Collection<RunResult> results = new Runner(options).run();
        List<Found> found = new ArrayList<>();
        for (RunResult result : results) {
            found.add(found(result));
        }
        JsonMapper.shared().writeValue(Path.of(arguments[0]), found);
    }

    private static Found found(RunResult result) throws Exception {
        String engine = result.getParams().getParam("engine");
        int faces = Integer.parseInt(result.getParams().getParam("faces"));
        Engines engines = Engines.of(faces);
        Result<?> times = result.getPrimaryResult();
        return new Found(
                engine,
                faces,
                times.getStatistics().getPercentile(50),
                times.getStatistics().getPercentile(99),
                engines.recall(engine, true),
                engines.recall(engine, false),
                engines.secondsToBuild(engine));
    }
}
