package com.smartfitness.access.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ForgottenBodiesTest {

    @Test
    void overwritesTheBodyAndNothingElse() {
        assertThat(left("POST / HTTP/1.1\r\nA: b\r\n\r\n", "face", "POST /next"))
                .isEqualTo("POST / HTTP/1.1\r\nA: b\r\n\r\n" + "\0".repeat(4) + "POST /next");
    }

    @Test
    void takesBlankLinesBeforeARequestForNothing() {
        assertThat(left("\r\n\r\nGET / HTTP/1.1\r\n\r\n", "x", "")).isEqualTo("\r\n\r\nGET / HTTP/1.1\r\n\r\n\0");
    }

    @Test
    void leavesARequestWithoutBody() {
        assertThat(left("GET / HTTP/1.1\r\n\r\n", "", "")).isEqualTo("GET / HTTP/1.1\r\n\r\n");
        assertThat(left("GET / HTT", "", "")).isEqualTo("GET / HTT");
        assertThat(left("", "", "")).isEmpty();
    }

    /** What is in the buffer afterwards. */
    private static String left(String head, String body, String following) {
        ByteBuffer buffer = ByteBuffer.wrap((head + body + following).getBytes(StandardCharsets.US_ASCII));
        buffer.position(head.length() + body.length());
        ForgottenBodies.overwriteBody(buffer);
        return new String(buffer.array(), StandardCharsets.US_ASCII);
    }
}
