package com.smartfitness.defaults.device;

import com.smartfitness.defaults.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps the bytes of a signed request's body, which the signature is about, for whoever reads it afterwards. */
final class SignedRequestFilter extends OncePerRequestFilter {

    private final int largestBody;
    private final Problems problems;

    SignedRequestFilter(int largestBody, Problems problems) {
        this.largestBody = largestBody;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(DeviceProofFormat.HEADER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getContentLengthLong() > largestBody
                ? null
                : request.getInputStream().readNBytes(largestBody + 1);
        if (body == null || body.length > largestBody) {
            problems.write(
                    response,
                    Problems.of(
                            HttpStatus.CONTENT_TOO_LARGE,
                            "content-too-large",
                            "A signed request may have %d bytes at most.".formatted(largestBody)));
            return;
        }
        chain.doFilter(new SignedRequest(request, body), response);
    }
}
