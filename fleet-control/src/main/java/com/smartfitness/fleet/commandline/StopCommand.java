package com.smartfitness.fleet.commandline;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        description = "Stops one service or store. It stays away until it is started.")
final class StopCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", completionCandidates = Names.class, description = Names.DESCRIPTION)
    private String name = "";

    @Override
    public Integer call() {
        Names.require(name);
        return Outcome.tell(Place.control().stop(name));
    }
}
