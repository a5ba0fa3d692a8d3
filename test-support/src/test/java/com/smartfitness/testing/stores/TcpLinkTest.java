package com.smartfitness.testing.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpLinkTest {

    private static final int QUIET_MILLIS = 100;

    private final AtomicInteger received = new AtomicInteger();
    private ServerSocket echo;
    private TcpLink link;

    @BeforeEach
    void open() throws IOException {
        echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
        link = TcpLink.to(echo.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        link.close();
        echo.close();
    }

    @Test
    void carriesBytesBothWays() throws IOException {
        try (Socket client = connect()) {
            assertThat(echoOf(client, 42)).isEqualTo(42);
        }
    }

    @Test
    void dropsConnectionsAndRefusesNewOnesWhenCut() throws IOException {
        try (Socket client = connect()) {
            assertThat(echoOf(client, 1)).isEqualTo(1);

            link.cut();

            assertThatThrownBy(() -> echoOf(client, 2)).isInstanceOf(IOException.class);
            assertThatThrownBy(this::connect).isInstanceOf(IOException.class);
        }
    }

    @Test
    void acceptsAgainOnTheSamePortWhenRestored() throws IOException {
        link.cut();
        link.restore();

        try (Socket client = connect()) {
            assertThat(echoOf(client, 3)).isEqualTo(3);
        }
    }

    @Test
    void holdsBytesBackWhileStalled() throws IOException {
        try (Socket client = connect()) {
            assertThat(echoOf(client, 1)).isEqualTo(1);

            link.stall();
            client.setSoTimeout(QUIET_MILLIS);
            assertThatThrownBy(() -> echoOf(client, 4)).isInstanceOf(SocketTimeoutException.class);

            link.restore();
            client.setSoTimeout(10_000);
            assertThat(client.getInputStream().read()).isEqualTo(4);
        }
    }

    @Test
    void holdsOnlyAnswersBackWhileRepliesAreStalled() throws IOException {
        try (Socket client = connect()) {
            assertThat(echoOf(client, 1)).isEqualTo(1);

            link.stallReplies();
            client.setSoTimeout(QUIET_MILLIS);
            assertThatThrownBy(() -> echoOf(client, 5)).isInstanceOf(SocketTimeoutException.class);
            Eventually.holds("the server has the byte", () -> received.get() == 2);

            link.restore();
            client.setSoTimeout(10_000);
            assertThat(client.getInputStream().read()).isEqualTo(5);
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), link.port());
    }

    private static int echoOf(Socket client, int value) throws IOException {
        client.getOutputStream().write(value);
        int answer = client.getInputStream().read();
        if (answer < 0) {
            throw new IOException("Closed");
        }
        return answer;
    }

    private void serve() {
        while (!echo.isClosed()) {
            try {
                Socket client = echo.accept();
                Thread.ofVirtual().start(() -> answer(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket client) {
        try (client) {
            int value = client.getInputStream().read();
            while (value >= 0) {
                received.incrementAndGet();
                client.getOutputStream().write(value);
                value = client.getInputStream().read();
            }
        } catch (IOException cut) {
            // What this test is about.
        }
    }
}
