package com.smartfitness.gateway.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.smartfitness.defaults.problem.Problems;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.DefaultCorsProcessor;

/** Refuses pages of other origins with a problem instead of a line of text. */
final class ForeignOriginRefusal extends DefaultCorsProcessor {

    @Override
    protected void rejectRequest(ServerHttpResponse response) throws IOException {
        response.setStatusCode(HttpStatus.FORBIDDEN);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        String problem = Problems.json(Problems.of(
                HttpStatus.FORBIDDEN,
                "origin-not-allowed",
                "Pages of this origin, or with this method or header, may not call here."));
        response.getBody().write(problem.getBytes(UTF_8));
        response.flush();
    }
}
