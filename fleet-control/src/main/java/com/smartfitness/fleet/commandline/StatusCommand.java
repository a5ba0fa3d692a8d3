package com.smartfitness.fleet.commandline;

import com.smartfitness.fleet.Report;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows services and stores in one table. The exit status is 0 when all are ready.")
final class StatusCommand implements Callable<Integer> {

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    @Override
    public Integer call() {
        List<Report> reports = Place.control().reports();
        System.out.print(json ? asJson(reports) : asText(reports));
        return reports.stream().allMatch(report -> report.condition().ready()) ? 0 : 1;
    }

    private static String asText(List<Report> reports) {
        return new StatusTable(Clock.systemUTC()).render(reports) + new PairTable().render(reports);
    }

    private static String asJson(List<Report> reports) {
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(reports)
                + "\n";
    }
}
