package com.smartfitness.access.site;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.smartfitness.devices.SigningDevice;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;

/** A gate that listens for its commands, as long as it is open. */
public final class CommandReader implements AutoCloseable {

    private final BufferedReader stream;

    private CommandReader(BufferedReader stream) {
        this.stream = stream;
    }

    /**
     * A command as it came.
     *
     * @param eventId what the gate says that it saw last when it connects again
     */
    public record Command(String eventId, JWTClaimsSet claims) {

        public String accessId() {
            return claims.getJWTID();
        }
    }

    /** Connects to an instance, for the first time or again. */
    public static CommandReader at(Client instance, SigningDevice gate, @Nullable String lastSeen) {
        return new CommandReader(
                new BufferedReader(new InputStreamReader(instance.commands(gate, lastSeen), StandardCharsets.UTF_8)));
    }

    /** Waits for the next command. */
    public Command next() {
        try {
            String id = "";
            for (String line = stream.readLine(); line != null; line = stream.readLine()) {
                if (line.startsWith("id:")) {
                    id = line.substring("id:".length());
                } else if (line.startsWith("data:")) {
                    SignedJWT command = SignedJWT.parse(line.substring("data:".length()));
                    return new Command(id, command.getJWTClaimsSet());
                }
            }
            throw new AssertionError("The stream has ended");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
