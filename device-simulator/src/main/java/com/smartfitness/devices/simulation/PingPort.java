package com.smartfitness.devices.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The port of a device on which it accepts connections while it lives: how it is asked whether it is there. */
public final class PingPort implements AutoCloseable {

    private final InetSocketAddress address;
    private ServerSocket socket;
    private Thread accepting;

    private PingPort(ServerSocket socket) {
        this.socket = socket;
        this.address = new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort());
        this.accepting = accept(socket);
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
    synchronized void reopen() {
        if (socket.isClosed()) {
            socket = listening(address);
            accepting = accept(socket);
        }
    }

    /** Nobody is there any more: the system listens on until the thread has seen that its socket is closed. */
    @Override
    public synchronized void close() {
        try {
            socket.close();
            accepting.join();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
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

    private static Thread accept(ServerSocket socket) {
        return Thread.ofVirtual().start(() -> {
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
