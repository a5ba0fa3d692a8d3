package com.smartfitness.defaults.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import com.smartfitness.defaults.problem.Problems;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

class SignedRequestFilterTest {

    private final Problems problems = mock(Problems.class);
    private final SignedRequestFilter filter = new SignedRequestFilter(
            new DeviceProperties(
                    URI.create("https://fleet.example"), Duration.ofSeconds(60), DataSize.ofKilobytes(1), 2),
            problems);

    @Test
    void refusesMoreRequestsThanAreWorkedOnAtOnce() throws Exception {
        List<MockHttpServletResponse> responses = new ArrayList<>();

        // Each request comes while the one before it is worked on.
        nest(3, responses);

        verify(problems).write(any(), argThat(problem -> problem.getStatus() == 503));
        assertThat(responses.getLast().getHeader("Retry-After")).isEqualTo("1");
    }

    @Test
    void takesTheNextWhenOneIsDone() throws Exception {
        nest(2, new ArrayList<>());
        nest(2, new ArrayList<>());

        verify(problems, never()).write(any(), any());
    }

    private void nest(int left, List<MockHttpServletResponse> responses) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
        request.addHeader(DeviceProofFormat.HEADER, "proof");
        MockHttpServletResponse response = new MockHttpServletResponse();
        responses.add(response);
        filter.doFilter(request, response, (signed, answer) -> {
            if (left > 1) {
                nestQuietly(left - 1, responses);
            }
        });
    }

    private void nestQuietly(int left, List<MockHttpServletResponse> responses) {
        try {
            nest(left, responses);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
