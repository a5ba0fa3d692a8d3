package com.smartfitness.gateway.config;

import com.smartfitness.defaults.problem.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/**
 * Answers what never becomes a request: a malformed line, headers that are too large. Tomcat makes it by name and would
 * answer with a page in HTML.
 */
public final class ProblemReportValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < HttpStatus.BAD_REQUEST.value()
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(Problems.json(problem(response.getStatus())));
                response.finishResponse();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemDetail problem(int status) {
        return status == HttpStatus.BAD_REQUEST.value()
                ? Problems.of(
                        HttpStatus.BAD_REQUEST,
                        "bad-request",
                        "This is not a well-formed request. In a URL, everything but ASCII has to be percent-encoded:"
                                + " %ED%97%AC%EC%8A%A4 for 헬스.")
                : Problems.of(HttpStatusCode.valueOf(status));
    }
}
