package com.smartfitness.defaults.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import com.smartfitness.defaults.problem.Problems;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

class SignedRequestFilterTest {

    private static final int SMALL = 100;
    private static final int LARGE = 200_000;

    private final Problems problems = mock(Problems.class);

    @Test
    void refusesMoreRequestsThanAreWorkedOnAtOnce() throws Exception {
        List<MockHttpServletResponse> responses = new ArrayList<>();

        nest(filter(2), Collections.nCopies(3, SMALL), responses);

        verify(problems).write(any(), argThat(problem -> problem.getStatus() == 503));
        assertThat(responses.getLast().getHeader("Retry-After")).isEqualTo("1");
    }

    @Test
    void takesTheNextWhenOneIsDone() throws Exception {
        SignedRequestFilter filter = filter(2);
        nest(filter, List.of(SMALL, SMALL), new ArrayList<>());
        nest(filter, List.of(SMALL, SMALL), new ArrayList<>());

        verify(problems, never()).write(any(), any());
    }

    @Test
    void keepsRoomForSmallRequestsBesideLargeOnes() throws Exception {
        List<Integer> sizes = new ArrayList<>(Collections.nCopies(16, LARGE));
        sizes.add(SMALL);
        sizes.add(LARGE);
        List<MockHttpServletResponse> responses = new ArrayList<>();

        nest(filter(100), sizes, responses);

        verify(problems).write(eq(responses.getLast()), argThat(problem -> problem.getStatus() == 503));
    }

    private SignedRequestFilter filter(int mostAtOnce) {
        return new SignedRequestFilter(
                new DeviceProperties(
                        URI.create("https://fleet.example"),
                        Duration.ofSeconds(60),
                        DataSize.ofMegabytes(1),
                        mostAtOnce),
                problems);
    }

    /** Each request, with a body of so many bytes, comes while the one before it is worked on. */
    private static void nest(SignedRequestFilter filter, List<Integer> sizes, List<MockHttpServletResponse> responses)
            throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
        request.addHeader(DeviceProofFormat.HEADER, "proof");
        request.setContent(new byte[sizes.getFirst()]);
        MockHttpServletResponse response = new MockHttpServletResponse();
        responses.add(response);
        List<Integer> left = sizes.subList(1, sizes.size());
        filter.doFilter(request, response, (_, _) -> {
            if (!left.isEmpty()) {
                nestQuietly(filter, left, responses);
            }
        });
    }

    private static void nestQuietly(
            SignedRequestFilter filter, List<Integer> sizes, List<MockHttpServletResponse> responses) {
        try {
            nest(filter, sizes, responses);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
