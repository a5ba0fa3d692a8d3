package com.smartfitness.defaults.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import tools.jackson.databind.json.JsonMapper;

/** Makes problem details (RFC 9457), and writes them where Spring MVC does not. */
public final class Problems {

    private static final String PREFIX = "urn:fleet:problem:";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .build();

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    /**
     * A problem.
     *
     * @param type names the case, e.g. {@code task-not-found}
     * @param detail what is wrong and what to do, for people
     */
    public static ProblemDetail of(HttpStatusCode status, String type, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(PREFIX + type));
        return problem;
    }

    /** What a caller is told of the exception. */
    public static ProblemDetail of(ProblemException cause) {
        return of(cause.status(), cause.type(), cause.getMessage());
    }

    static ProblemDetail invalid(List<FieldProblem> errors) {
        ProblemDetail problem = of(HttpStatus.BAD_REQUEST, "invalid-request", "The request is not valid: see errors.");
        problem.setProperty("errors", errors);
        return problem;
    }

    /** A problem of which nothing is known but its status. */
    public static ProblemDetail of(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        String phrase = known == null ? "Error" : known.getReasonPhrase();
        String detail = switch (known) {
            case NOT_FOUND -> "There is nothing under this path.";
            case CONTENT_TOO_LARGE -> "The body of the request is larger than what is taken here.";
            case null, default -> phrase + ".";
        };
        return of(status, phrase.toLowerCase(Locale.ROOT).replace(' ', '-'), detail);
    }

    /** The problem as JSON, for those who answer without Spring MVC. */
    public static String json(ProblemDetail problem) {
        return JSON.writeValueAsString(problem);
    }

    /** Whether a problem has a type of this fleet; Spring's own have none, and say little. */
    static boolean isOurs(ProblemDetail problem) {
        return problem.getType() != null && problem.getType().toString().startsWith(PREFIX);
    }

    static HttpHeaders retryAfter(Duration delay) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, delay.toSeconds())));
        return headers;
    }

    /** Answers as with the exception, outside Spring MVC. */
    public void refuse(HttpServletResponse response, ProblemException cause) throws IOException {
        Duration delay = cause.retryAfter();
        if (delay != null) {
            retryAfter(delay).forEach((name, values) -> response.setHeader(name, values.getFirst()));
        }
        write(response, of(cause));
    }

    /** Answers with the problem, outside Spring MVC. */
    public void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getOutputStream(), problem);
    }
}
