package com.smartfitness.defaults.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.smartfitness.defaults.live.LiveInbox.LiveEntry;
import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Writes server-sent events, as the HTML standard describes them (section 9.2). */
final class EventWriter {

    private final OutputStream out;
    private final JsonMapper json;

    EventWriter(OutputStream out, JsonMapper json) {
        this.out = out;
        this.json = json;
    }

    /** Lets the client see that the stream is there, and how soon it may come back after it has broken off. */
    void begin() throws IOException {
        write("retry: 2000\n\n");
        flush();
    }

    /** With the id that a client names to go on from here. */
    void entry(LiveEntry entry) throws IOException {
        write("id: " + entry.id() + "\nevent: entry\ndata: " + json.writeValueAsString(entry.content()) + "\n\n");
    }

    /** Without an id, since it is no place in the inbox. */
    void unread(Object counts) throws IOException {
        write("event: unread\ndata: " + json.writeValueAsString(counts) + "\n\n");
    }

    void keepAlive() throws IOException {
        write(":\n\n");
        flush();
    }

    void flush() throws IOException {
        out.flush();
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(UTF_8));
    }
}
