package com.smartfitness.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** CPU time that processes have used, by Linux's own count. */
final class CpuTime {

    private static final Path PROCESSES = Path.of("/proc");
    private static final double TICKS_PER_SECOND = 100;

    /** Places of utime, stime and those of children that have ended, behind the command's name: proc_pid_stat(5). */
    private static final int FIRST = 11;

    private static final int LAST = 14;

    private CpuTime() {}

    /** Seconds that a process and its ended children have used. */
    static double ofProcess(long pid) {
        return seconds(PROCESSES.resolve(String.valueOf(pid)));
    }

    /** Seconds of all processes that work below a folder, as those of a server do. */
    static double below(Path folder) {
        return ServerUse.processesBelow(folder).mapToDouble(CpuTime::seconds).sum();
    }

    private static double seconds(Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double ticks = 0;
            for (int i = FIRST; i <= LAST; i++) {
                ticks += Long.parseLong(fields[i]);
            }
            return ticks / TICKS_PER_SECOND;
        } catch (IOException ended) {
            return 0;
        }
    }
}
