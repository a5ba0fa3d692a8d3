package com.smartfitness.testing.stores;

import com.smartfitness.stack.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** A network link to a server on loopback, which a test can cut and stall. Clients use its port instead of the server's. */
public final class TcpLink implements AutoCloseable {

    private final int target;
    private final int port;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition flowing = lock.newCondition();
    private boolean requestsStalled;
    private boolean repliesStalled;
    private ServerSocket listener;
    private Thread acceptor;

    private TcpLink(int target) throws IOException {
        this.target = target;
        this.port = Ports.free();
        this.listener = bind();
        this.acceptor = accept(listener);
    }

    public static TcpLink to(int targetPort) {
        try {
            return new TcpLink(targetPort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** Resets all connections and refuses new ones. */
    public void cut() {
        closeQuietly(listener);
        awaitEnd(acceptor);
        ends.forEach(TcpLink::reset);
        ends.clear();
    }

    /** Lets no byte through in either direction, while connections stay open and new ones are accepted. */
    public void stall() {
        setStalled(true, true);
    }

    /** Lets what clients send reach the server, and nothing of what the server answers come back. */
    public void stallReplies() {
        setStalled(false, true);
    }

    /** Ends {@link #cut()}, {@link #stall()} and {@link #stallReplies()}. */
    public void restore() {
        setStalled(false, false);
        if (listener.isClosed()) {
            try {
                listener = bind();
                acceptor = accept(listener);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        cut();
        setStalled(false, false);
    }

    private ServerSocket bind() throws IOException {
        ServerSocket opened = new ServerSocket();
        opened.setReuseAddress(true);
        opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return opened;
    }

    private Thread accept(ServerSocket opened) {
        return Thread.ofVirtual().start(() -> {
            while (!opened.isClosed()) {
                try {
                    connect(opened.accept());
                } catch (IOException closed) {
                    // Cut or closed; the loop's condition says which way to go.
                }
            }
        });
    }

    private void connect(Socket client) {
        Socket server = new Socket();
        ends.add(client);
        ends.add(server);
        try {
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
            Thread.ofVirtual().start(() -> forward(client, server, () -> requestsStalled));
            Thread.ofVirtual().start(() -> forward(server, client, () -> repliesStalled));
        } catch (IOException refused) {
            end(client, server);
        }
    }

    // The port is free again only when the thread that was accepting on it has noticed.
    private static void awaitEnd(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void forward(Socket from, Socket to, BooleanSupplier stalled) {
        byte[] buffer = new byte[16 * 1024];
        try {
            int read = from.getInputStream().read(buffer);
            while (read >= 0) {
                awaitFlow(stalled);
                to.getOutputStream().write(buffer, 0, read);
                read = from.getInputStream().read(buffer);
            }
            awaitFlow(stalled);
            to.shutdownOutput();
        } catch (IOException broken) {
            end(from, to);
        }
    }

    private void awaitFlow(BooleanSupplier stalled) {
        lock.lock();
        try {
            while (stalled.getAsBoolean()) {
                flowing.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void setStalled(boolean requests, boolean replies) {
        lock.lock();
        try {
            requestsStalled = requests;
            repliesStalled = replies;
            flowing.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void end(Socket one, Socket other) {
        reset(one);
        reset(other);
        ends.remove(one);
        ends.remove(other);
    }

    // Zero linger makes closing send a reset, as a failing network does, rather than an orderly end.
    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException closed) {
            // Nothing is left to reset.
        }
        closeQuietly(socket);
    }

    private static void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception gone) {
            // Closing was the aim.
        }
    }
}
