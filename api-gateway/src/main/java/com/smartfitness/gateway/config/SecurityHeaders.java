package com.smartfitness.gateway.config;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells browsers how little an answer may do where it is opened as a page, beside what Spring Security tells them
 * ({@code X-Content-Type-Options}, {@code X-Frame-Options}, {@code Strict-Transport-Security} over HTTPS). The page of
 * the APIs alone runs scripts, its own.
 */
final class SecurityHeaders extends OncePerRequestFilter {

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; sandbox";

    private static final String PAGE = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
            + " frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean page = request.getRequestURI().startsWith("/swagger-ui");
        response.setHeader("Content-Security-Policy", page ? PAGE : NOTHING);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        response.setHeader("Cross-Origin-Resource-Policy", "same-site");
        chain.doFilter(request, response);
    }
}
