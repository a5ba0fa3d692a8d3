package com.smartfitness.fleet.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SocketsTest {

    private static final int LOOKS = 30;

    @Test
    void namesTheProcessOfAConnectionThatLasts() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket _ = server.accept()) {
            assertThat(Sockets.now().clientsOf(server.getLocalPort()))
                    .singleElement()
                    .isEqualTo(new Sockets.End(
                            client.getLocalPort(),
                            server.getLocalPort(),
                            ProcessHandle.current().pid()));
        }
    }

    @Test
    void blamesNobodyForConnectionsThatComeAndGoMeanwhile() throws Exception {
        List<Sockets.End> seen = new ArrayList<>();
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Socket lasting = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket _ = server.accept()) {
            Thread visitor = Thread.ofPlatform().daemon().start(() -> comeAndGo(server));
            for (int look = 0; look < LOOKS; look++) {
                List<Sockets.End> now = Sockets.now().clientsOf(server.getLocalPort());
                assertThat(now).extracting(Sockets.End::port).contains(lasting.getLocalPort());
                seen.addAll(now);
            }
            visitor.interrupt();
            visitor.join();
        }
        assertThat(seen)
                .allMatch(end -> end.process() == ProcessHandle.current().pid());
    }

    /** One connection after the other, each for some milliseconds. */
    private static void comeAndGo(ServerSocket server) {
        while (!Thread.currentThread().isInterrupted()) {
            try (Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
                    Socket _ = server.accept()) {
                client.setSoTimeout(10);
                client.getInputStream().read();
            } catch (IOException noAnswer) {
                // That is meant.
            }
        }
    }
}
