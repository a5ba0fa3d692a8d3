package com.smartfitness.bench.monitoring;

import com.smartfitness.fleet.simulation.Landlord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Listens to the live streams of owners, and notes when they hear of faults. */
final class OwnersEar implements AutoCloseable {

    private static final String DATA = "data: ";

    private final List<InputStream> streams;
    private final Alerts alerts;

    private OwnersEar(List<InputStream> streams, Alerts alerts) {
        this.streams = streams;
        this.alerts = alerts;
    }

    /** Listens from now on. */
    static OwnersEar listen(List<Landlord> owners, Alerts alerts) {
        OwnersEar ear = new OwnersEar(owners.stream().map(Landlord::listen).toList(), alerts);
        ear.streams.forEach(stream -> Thread.ofVirtual().start(() -> ear.hear(stream)));
        return ear;
    }

    private void hear(InputStream stream) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Instant now = Instant.now();
                if (line.startsWith(DATA)) {
                    note(JsonMapper.shared().readTree(line.substring(DATA.length())), now);
                }
            }
            alerts.deaf();
        } catch (IOException closed) {
            // By close(), or with the fleet, after which nobody is alerted.
        }
    }

    private void note(JsonNode entry, Instant at) {
        if (entry.path("kind").asString("").equals("FAULT")) {
            JsonNode fault = entry.path("fault");
            alerts.heard(
                    fault.path("equipmentId").asString(""),
                    fault.path("faultType").asString(""),
                    at);
        }
    }

    @Override
    public void close() {
        for (InputStream stream : streams) {
            try {
                stream.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
