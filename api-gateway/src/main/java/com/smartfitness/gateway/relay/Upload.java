package com.smartfitness.gateway.relay;

import com.smartfitness.gateway.relay.RelayProblem.BodyTooLargeException;
import com.smartfitness.gateway.relay.RelayProblem.ClientFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;

/**
 * The body of a request on its way from the client to a service, which reads it on a thread of its own. Once released,
 * no such thread can touch the client's request any more.
 */
final class Upload extends InputStream {

    private final InputStream client;
    private final long largest;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private long length;
    private boolean released;

    Upload(InputStream client, long largest) {
        this.client = client;
        this.largest = largest;
    }

    /** Completes when everything has been read, or nothing more will be. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public synchronized int read(byte[] bytes, int offset, int count) throws IOException {
        if (released) {
            throw new IOException("The request has been answered");
        }
        int read = readFromClient(bytes, offset, count);
        if (read < 0) {
            ended.complete(null);
            return read;
        }
        length += read;
        if (length > largest) {
            throw new BodyTooLargeException();
        }
        return read;
    }

    /** Waits for a read that is going on, and lets no other begin. */
    synchronized void release() {
        released = true;
        ended.complete(null);
    }

    private int readFromClient(byte[] bytes, int offset, int count) throws IOException {
        try {
            return client.read(bytes, offset, count);
        } catch (IOException e) {
            throw new ClientFailedException(e);
        }
    }
}
