package com.smartfitness.fleet.commandline;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "restart", mixinStandardHelpOptions = true, description = "Stops and starts one service or store.")
final class RestartCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", completionCandidates = Names.class, description = Names.DESCRIPTION)
    private String name = "";

    @Override
    public Integer call() {
        Names.require(name);
        return Outcome.tell(Place.control().restart(name));
    }
}
