package com.smartfitness.fleet.commandline;

import com.smartfitness.fleet.control.Supervisor;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "supervise", hidden = true, description = "Runs the fleet until it is told to go down.")
final class SuperviseCommand implements Callable<Integer> {

    @Mixin
    private PortOptions ports = new PortOptions();

    @Override
    public Integer call() throws Exception {
        Supervisor.run(Place.plan(ports.offset));
        return 0;
    }
}
