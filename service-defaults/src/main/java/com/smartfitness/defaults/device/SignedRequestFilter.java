package com.smartfitness.defaults.device;

import com.smartfitness.defaults.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the bytes of a signed request's body, which the signature is about, for whoever reads it afterwards. Works on so
 * many at once and refuses the rest: a crowd that is slowly served would otherwise fill the memory until nobody is.
 */
final class SignedRequestFilter extends OncePerRequestFilter {

    /** Bytes of a body that is no longer as small as most: a photo, or of unknown length. */
    private static final int LARGE = 128 * 1024;
    /** So many of these at once, beside which small ones still find room. */
    private static final int MOST_LARGE = 16;

    private final int largestBody;
    private final Semaphore largeFree = new Semaphore(MOST_LARGE);
    private final Semaphore free;
    private final Problems problems;

    SignedRequestFilter(DeviceProperties properties, Problems problems) {
        this.largestBody = Math.toIntExact(properties.largestBody().toBytes());
        this.free = new Semaphore(properties.mostAtOnce());
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(DeviceProofFormat.HEADER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!free.tryAcquire()) {
            refuse(response);
            return;
        }
        try {
            filterOneOfFew(request, response, chain);
        } finally {
            free.release();
        }
    }

    private void refuse(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        problems.write(
                response,
                Problems.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "overloaded",
                        "More devices ask than can be answered now. Try again in a second."));
    }

    private void filterOneOfFew(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean large = isLarge(request);
        if (large && !largeFree.tryAcquire()) {
            refuse(response);
            return;
        }
        try {
            filterWithBody(request, response, chain);
        } finally {
            if (large) {
                largeFree.release();
            }
        }
    }

    private static boolean isLarge(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length > LARGE || (length < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null);
    }

    private void filterWithBody(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = bodyOf(request);
        if (body == null) {
            problems.write(
                    response,
                    Problems.of(
                            HttpStatus.CONTENT_TOO_LARGE,
                            "content-too-large",
                            "A signed request may have %d bytes at most.".formatted(largestBody)));
            return;
        }
        try {
            chain.doFilter(new SignedRequest(request, body), response);
        } finally {
            // It may hold a face.
            Arrays.fill(body, (byte) 0);
        }
    }

    /** All of it, or null where it is too large. */
    private byte @Nullable [] bodyOf(HttpServletRequest request) throws IOException {
        long length = request.getContentLengthLong();
        if (length > largestBody) {
            return null;
        }
        if (length < 0) {
            byte[] body = request.getInputStream().readNBytes(largestBody + 1);
            return body.length > largestBody ? null : body;
        }
        // Without copies on the way, which would keep a face and cost time.
        byte[] body = new byte[(int) length];
        int read = request.getInputStream().readNBytes(body, 0, body.length);
        return read == length ? body : Arrays.copyOf(body, read);
    }
}
