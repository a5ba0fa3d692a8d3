package com.smartfitness.monitoring.report;

import com.smartfitness.defaults.problem.ProblemException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** A report about a time that it cannot know, or that is of no use any more. */
final class ReportOutOfTimeException extends ProblemException {

    private ReportOutOfTimeException(String message) {
        super(HttpStatus.UNPROCESSABLE_CONTENT, "report-out-of-time", message);
    }

    static ReportOutOfTimeException ofTheFuture() {
        return new ReportOutOfTimeException("The report's time lies in the future. Set the equipment's clock.");
    }

    static ReportOutOfTimeException tooOld(Duration maxAge) {
        return new ReportOutOfTimeException(
                "The report is older than %d minutes. Report how the equipment is now.".formatted(maxAge.toMinutes()));
    }
}
