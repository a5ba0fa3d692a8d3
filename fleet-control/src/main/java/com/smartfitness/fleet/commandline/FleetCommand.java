package com.smartfitness.fleet.commandline;

import com.smartfitness.stack.StackException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What {@code ./fleet} hands over to. */
@Command(
        name = "./fleet",
        synopsisSubcommandLabel = "COMMAND",
        description = "Runs all stores and services on this machine.",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            ComplianceCommand.class,
            SoakCommand.class,
            StartCommand.class,
            StopCommand.class,
            RestartCommand.class,
            LogsCommand.class,
            SimulateCommand.class,
            EnterCommand.class,
            ResetCommand.class,
            SuperviseCommand.class
        })
public final class FleetCommand {

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new FleetCommand())
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof StackException) {
                        command.getErr().println("fleet: " + failure.getMessage());
                        return 1;
                    }
                    throw failure;
                });
    }

    static int fail(List<String> problems) {
        problems.forEach(problem -> System.err.println("fleet: " + problem));
        return 1;
    }
}
