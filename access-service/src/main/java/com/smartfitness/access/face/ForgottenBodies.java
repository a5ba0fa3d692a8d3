package com.smartfitness.access.face;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.http11.Http11InputBuffer;

/**
 * Overwrites the body of each request in the buffer of its connection. Tomcat keeps that buffer for as long as the
 * connection lasts, and with it the template that was sent last, until a later request happens to be as long.
 */
final class ForgottenBodies extends ValveBase {

    ForgottenBodies() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        try {
            getNext().invoke(request, response);
        } finally {
            if (!request.isAsync()
                    && request.getCoyoteRequest().getInputBuffer() instanceof Http11InputBuffer connection
                    && connection.getByteBuffer().hasArray()) {
                overwriteBody(connection.getByteBuffer());
            }
        }
    }

    /** What has been read is before the position; the headers in it are still wanted, and what follows is not ours. */
    static void overwriteBody(ByteBuffer read) {
        int start = 0;
        while (start < read.position() && isLineEnd(read.get(start))) {
            start++;
        }
        for (int at = start; at + 3 < read.position(); at++) {
            if (read.get(at) == '\r'
                    && read.get(at + 1) == '\n'
                    && read.get(at + 2) == '\r'
                    && read.get(at + 3) == '\n') {
                int offset = read.arrayOffset();
                Arrays.fill(read.array(), offset + at + 4, offset + read.position(), (byte) 0);
                return;
            }
        }
    }

    private static boolean isLineEnd(byte character) {
        return character == '\r' || character == '\n';
    }
}
