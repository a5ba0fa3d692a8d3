package com.smartfitness.bench.search;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One search on one thread; enrolled people and strangers take turns. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Search {

    /** How many are enrolled. */
    @Param("500")
    public int faces;

    /** See {@link Engines}. */
    @Param("gallery")
    public String engine = "";

    private Engine searched = query -> -1;
    private People people = People.of(1);
    private int next;

    @Setup
    public void build() throws IOException {
        Engines engines = Engines.of(faces);
        people = engines.people();
        searched = engines.engine(engine);
    }

    @Benchmark
    public int nearest() throws IOException {
        next = next + 1 < people.queries().size() ? next + 1 : 0;
        return searched.nearest(people.queries().get(next));
    }
}
