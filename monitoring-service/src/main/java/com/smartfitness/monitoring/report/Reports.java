package com.smartfitness.monitoring.report;

import com.smartfitness.defaults.device.DeviceProof;
import com.smartfitness.defaults.device.InvalidDeviceProofException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;

/** Takes what equipment says of itself, once. */
@Service
class Reports {

    private final ReportBatches batches;
    private final ReportProperties properties;
    private final Clock clock;

    Reports(ReportBatches batches, ReportProperties properties, Clock clock) {
        this.batches = batches;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Writes a report, and returns once that is committed.
     *
     * @throws ReportOutOfTimeException where it speaks of the future, or of what was long ago
     * @throws InvalidDeviceProofException where it has been written before
     */
    void take(ReportRequest request, DeviceProof proof) {
        // The store keeps microseconds.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (request.at().isAfter(now.plus(properties.clockSkew()))) {
            throw ReportOutOfTimeException.ofTheFuture();
        }
        if (request.at().isBefore(now.minus(properties.maxAge()))) {
            throw ReportOutOfTimeException.tooOld(properties.maxAge());
        }
        boolean fresh = batches.write(new Report(
                proof.deviceId(),
                request.health(),
                request.detail(),
                request.at(),
                now,
                proof.nonce(),
                proof.expiresAt()));
        if (!fresh) {
            throw InvalidDeviceProofException.used();
        }
    }
}
