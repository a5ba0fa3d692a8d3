package com.smartfitness.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports on the loopback interface. */
public final class Ports {

    // Below the range from which Linux takes ports of outgoing connections: a server that is down for a moment finds
    // its port free when it comes back.
    private static final int FIRST = 15_000;
    private static final int LAST = 32_000;

    private Ports() {}

    /** A port on which nothing listens now, and which no outgoing connection will take. */
    public static int free() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (isFree(port)) {
                return port;
            }
        }
    }

    /** Whether nothing listens on the port now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException inUse) {
            return false;
        }
    }

    static void requireFree(String server, int... ports) {
        for (int port : ports) {
            if (!isFree(port)) {
                throw new StackException(
                        "Port %d is in use, so %s cannot start: end what listens there or choose another port"
                                .formatted(port, server));
            }
        }
    }
}
