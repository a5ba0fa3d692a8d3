package com.smartfitness.fleet.commandline;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = "Starts one service or store and waits until it is ready.")
final class StartCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", completionCandidates = Names.class, description = Names.DESCRIPTION)
    private String name = "";

    @Override
    public Integer call() {
        Names.require(name);
        return Outcome.tell(Place.control().start(name));
    }
}
