package com.smartfitness.fleet.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.fleet.Condition;
import com.smartfitness.fleet.GateAnswers;
import com.smartfitness.fleet.Report;
import com.smartfitness.fleet.State;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GateTimeTest {

    @Test
    void holdsWhereNinetyNineOfHundredAreInTime() {
        Rule rule = answered(new GateAnswers(600, 600), new GateAnswers(600, 588));

        assertThat(rule.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(rule.figure()).isEqualTo("99.00 % of 1200 answers within 10 ms");
    }

    @Test
    void isViolatedWhereFewerAre() {
        Rule rule = answered(new GateAnswers(1_000, 989));

        assertThat(rule.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(rule.violations()).containsExactly("Only 98.90 % of 1000 answers within 10 ms");
    }

    @Test
    void isNotShownByAFew() {
        assertThat(answered(new GateAnswers(999, 0)).verdict()).isEqualTo(Verdict.NOT_SHOWN);
        assertThat(answered().verdict()).isEqualTo(Verdict.NOT_SHOWN);
    }

    private static Rule answered(GateAnswers... answers) {
        Condition running =
                new Condition("access-service", "service", 8082, State.RUNNING, true, true, Instant.EPOCH, 1, 0, null);
        List<Report> reports = Stream.concat(
                        Stream.of(Report.brief(running)),
                        Stream.of(answers)
                                .map(one -> new Report(running, null, null, null, null, null, List.of(), one)))
                .toList();
        return GateTime.of(reports);
    }
}
