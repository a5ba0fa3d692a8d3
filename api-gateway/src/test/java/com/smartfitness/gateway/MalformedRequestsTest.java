package com.smartfitness.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.testing.tokens.TestTokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedRequestsTest {

    @TempDir
    private static Path directory;

    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.knowing(TestTokens.create(), "replication.file=" + directory.resolve("replicas"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/tasks{} HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/v1/tasks HTTP/1.1\r\n\r\n",
                "nonsense\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX-Large: LARGE\r\n\r\n",
                "GET /api/v1/tasks/%2e%2e/;x=1 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/v1//tasks HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n"
            })
    void answersWithoutAPage(String request) throws Exception {
        assertThat(answer(request))
                .matches("(?s)HTTP/1.1 4.*")
                .contains("application/problem+json")
                .doesNotContainIgnoringCase("<html")
                .doesNotContain("Exception", ":null");
    }

    @Test
    void saysHowKoreanIsWrittenInAUrl() throws Exception {
        assertThat(answer("GET /api/v1/branches/search?q=헬스 HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("percent-encoded", "%ED%97%AC%EC%8A%A4");
    }

    private static String answer(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(request.replace("LARGE", "x".repeat(20_000))
                            .replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n")
                            .getBytes(UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
