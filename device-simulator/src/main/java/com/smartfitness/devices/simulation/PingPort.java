package com.smartfitness.devices.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The port of a device on which it accepts connections while it lives: how it is asked whether it is there. */
public final class PingPort implements AutoCloseable {

    private final InetSocketAddress address;
    private volatile ServerSocket socket;

    private PingPort(ServerSocket socket) {
        this.socket = socket;
        this.address = new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort());
        accept(socket);
    }

    /** One on the loopback interface that answers from now on. */
    public static PingPort open() {
        return new PingPort(listening(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
    }

    /** {@code host:port}. */
    public String address() {
        return "%s:%d".formatted(address.getAddress().getHostAddress(), address.getPort());
    }

    /** Answers again, on the same port. */
    void reopen() {
        if (socket.isClosed()) {
            socket = listening(address);
            accept(socket);
        }
    }

    /** Nobody is there any more. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerSocket listening(InetSocketAddress at) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(at);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException("A simulated device cannot listen on " + at, e);
        }
    }

    private static void accept(ServerSocket socket) {
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    socket.accept().close();
                }
            } catch (IOException closed) {
                // By close(), which is how a device falls silent.
            }
        });
    }
}
