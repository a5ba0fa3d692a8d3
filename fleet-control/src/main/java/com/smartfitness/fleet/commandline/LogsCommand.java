package com.smartfitness.fleet.commandline;

import com.smartfitness.stack.StackException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        description = "Shows what a service, a store or the supervisor has printed.")
final class LogsCommand implements Callable<Integer> {

    private static final String SUPERVISOR = "supervisor";
    private static final long POLL = 200;
    private static final int TAIL = 1 << 20;

    @Parameters(
            paramLabel = "NAME",
            completionCandidates = Names.class,
            description = "supervisor, or one of ${COMPLETION-CANDIDATES}.")
    private String name = "";

    @Option(names = "-f", description = "Go on with what is printed from now on.")
    private boolean follow;

    @Option(names = "-n", paramLabel = "LINES", defaultValue = "200", description = "How many lines. Default: 200.")
    private int lines;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path log = log();
        if (!Files.exists(log)) {
            throw new StackException("%s has printed nothing yet".formatted(name));
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            printEnd(file);
            while (follow) {
                byte[] news = new byte[(int) Math.min(Math.max(0, file.length() - file.getFilePointer()), 1 << 16)];
                file.readFully(news);
                System.out.write(news);
                System.out.flush();
                if (news.length == 0) {
                    Thread.sleep(POLL);
                }
            }
        }
        return 0;
    }

    private Path log() {
        if (name.equals(SUPERVISOR)) {
            return Place.home().log();
        }
        Names.require(name);
        return Place.plan(0).component(name).server().log();
    }

    // Bytes are passed on as they are, whatever they are encoded in.
    private void printEnd(RandomAccessFile file) throws IOException {
        byte[] tail = new byte[(int) Math.min(file.length(), TAIL)];
        file.seek(file.length() - tail.length);
        file.readFully(tail);
        int start = tail.length;
        for (int left = lines; start > 0; start--) {
            if (tail[start - 1] == '\n' && start < tail.length && --left == 0) {
                break;
            }
        }
        System.out.write(tail, start, tail.length - start);
        System.out.flush();
    }
}
