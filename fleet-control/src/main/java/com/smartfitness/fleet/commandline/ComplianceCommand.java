package com.smartfitness.fleet.commandline;

import com.smartfitness.fleet.FleetPlan;
import com.smartfitness.fleet.Report;
import com.smartfitness.fleet.compliance.Finding;
import com.smartfitness.fleet.compliance.Inspection;
import com.smartfitness.stack.StackException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "compliance",
        mixinStandardHelpOptions = true,
        description = "Shows, from what runs, that every service owns its store and nobody else opens it."
                + " The exit status is 0 when every rule holds.")
final class ComplianceCommand implements Callable<Integer> {

    private enum Format {
        TABLE,
        JSON,
        MARKDOWN
    }

    @Option(
            names = "--format",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}. The latter two hold all evidence. Default: ${DEFAULT-VALUE}")
    private Format format = Format.TABLE;

    @Override
    public Integer call() {
        List<Report> reports = Place.control().reports();
        Finding finding = Inspection.of(planOf(reports), reports);
        System.out.print(
                switch (format) {
                    case TABLE -> ComplianceText.table(finding);
                    case MARKDOWN -> ComplianceText.markdown(finding);
                    case JSON ->
                        JsonMapper.builder()
                                        .enable(SerializationFeature.INDENT_OUTPUT)
                                        .build()
                                        .writeValueAsString(finding)
                                + "\n";
                });
        return finding.holds() ? 0 : 1;
    }

    /** The plan as it runs, on the ports that it was given. */
    private static FleetPlan planOf(List<Report> reports) {
        int planned = Place.plan(0).service(FleetPlan.GATEWAY).ports()[0];
        return reports.stream()
                .map(Report::condition)
                .filter(condition -> condition.name().equals(FleetPlan.GATEWAY))
                .findFirst()
                .map(condition -> Place.plan(condition.port() - planned))
                .orElseThrow(() -> new StackException("The fleet that runs has no " + FleetPlan.GATEWAY));
    }
}
