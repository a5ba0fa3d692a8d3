package com.smartfitness.defaults.security;

import com.smartfitness.defaults.problem.Problems;
import com.smartfitness.defaults.problem.SecurityProblems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Answers requests that the filters turn away. */
final class SecurityProblemWriter
        implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler {

    private final Problems problems;

    SecurityProblemWriter(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        if (cause instanceof SigningKeysUnavailableException) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            problems.write(response, SecurityProblems.keysUnavailable());
            return;
        }
        // RFC 6750, 3.1: an error is named to those alone who have sent a token.
        boolean refused = cause instanceof OAuth2AuthenticationException;
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, refused ? "Bearer error=\"invalid_token\"" : "Bearer");
        problems.write(response, refused ? SecurityProblems.tokenRefused() : SecurityProblems.unauthenticated());
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        commence(request, response, cause);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        problems.write(response, SecurityProblems.forbidden());
    }
}
