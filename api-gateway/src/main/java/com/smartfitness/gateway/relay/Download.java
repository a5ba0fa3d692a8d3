package com.smartfitness.gateway.relay;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The body of an answer on its way from a service to the client. */
final class Download {

    private static final int BUFFER = 16 * 1024;

    private final InputStream service;
    private final boolean stream;
    private final Duration limit;

    /** @param stream whether each part is to reach the client at once, however long the next takes */
    Download(InputStream service, boolean stream, Duration limit) {
        this.service = service;
        this.stream = stream;
        this.limit = limit;
    }

    /**
     * Copies everything. A client that goes away ends it on both sides.
     *
     * @throws BrokenOffException if the service fails before the client has been shown anything
     * @throws IOException if either side fails later; the connection to the client is then cut, so that it cannot take
     *     a part for the whole
     */
    void copyTo(HttpServletResponse client) throws IOException {
        CompletableFuture<Void> watch = new CompletableFuture<>();
        if (!stream) {
            Executor later = CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS);
            var _ = watch.completeAsync(() -> null, later).thenRun(this::abandon);
        }
        try (service) {
            OutputStream out = client.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            int count = read(buffer, client);
            while (count >= 0) {
                out.write(buffer, 0, count);
                if (stream) {
                    out.flush();
                }
                count = read(buffer, client);
            }
        } finally {
            watch.cancel(false);
        }
    }

    private int read(byte[] buffer, HttpServletResponse client) throws IOException {
        try {
            return service.read(buffer);
        } catch (IOException e) {
            if (client.isCommitted()) {
                throw e;
            }
            client.reset();
            throw new BrokenOffException(e);
        }
    }

    private void abandon() {
        try {
            service.close();
        } catch (IOException e) {
            throw new IllegalStateException("The answer of a service cannot be closed", e);
        }
    }

    /** The service failed, and nobody has seen it yet. */
    static final class BrokenOffException extends IOException {

        BrokenOffException(IOException cause) {
            super(cause);
        }
    }
}
