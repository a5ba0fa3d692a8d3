package com.smartfitness.stack;

/**
 * A real server that can be stopped, killed and started again any number of times, on the same ports and data, wherever
 * it runs. Not for use by several threads at once.
 */
public interface Server extends AutoCloseable {

    /** Returns when the server serves clients. */
    void start();

    /** Ends the server in an orderly way. Its data stay. */
    void stop();

    /** Ends the server as a loss of power would: SIGKILL to all its processes. */
    void kill();

    /** Whether the server's process exists, serving or not. */
    boolean isRunning();

    /** All that its files hold, one after the other, and what it has printed. */
    byte[] storedBytes();

    /** Ends the server. The data of a temporary one are gone. */
    @Override
    void close();
}
