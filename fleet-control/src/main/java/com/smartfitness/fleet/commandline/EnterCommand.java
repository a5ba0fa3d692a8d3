package com.smartfitness.fleet.commandline;

import com.smartfitness.devices.SigningDevice;
import com.smartfitness.fleet.FleetPlan;
import com.smartfitness.fleet.demo.Answer;
import com.smartfitness.fleet.demo.DemoData;
import com.smartfitness.fleet.demo.Journey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "enter",
        mixinStandardHelpOptions = true,
        description =
                "Plays a gate of the demo's branch whose camera has taken this photo, and prints what the fleet says."
                        + " The exit status is 0 when the gate opens.")
final class EnterCommand implements Callable<Integer> {

    @Mixin
    private FleetOptions fleet = new FleetOptions();

    @Parameters(paramLabel = "PHOTO", description = "JPEG of up to 1 MB.")
    private Path photo = Path.of("");

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(photo)) {
            return FleetCommand.fail(List.of("%s is no file".formatted(photo)));
        }
        FleetPlan plan = fleet.plan();
        Journey journey = new Journey(DemoData.gateway(plan));
        String owner = journey.becomeOwner(DemoData.people(plan.home()).owner());
        String branch = journey.newestBranch(owner);
        if (branch.isEmpty()) {
            return FleetCommand.fail(List.of("There is no demo data: ./fleet up makes it unless told --empty"));
        }
        SigningDevice gate = journey.install(owner, branch, "GATE");
        try {
            return tell(journey, gate, journey.verify(gate, Files.readAllBytes(photo)));
        } finally {
            // Nobody reports for it from now on, which would be a fault.
            journey.uninstall(owner, gate);
        }
    }

    private static int tell(Journey journey, SigningDevice gate, Answer answer) {
        System.out.println(answer.body());
        if (!answer.text("decision").equals("GRANTED")) {
            return 1;
        }
        journey.opened(gate, answer);
        return 0;
    }
}
