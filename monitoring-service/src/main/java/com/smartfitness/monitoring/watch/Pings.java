package com.smartfitness.monitoring.watch;

import com.smartfitness.monitoring.equipment.PingAddress;
import com.smartfitness.monitoring.equipment.PingNetworks;
import com.smartfitness.monitoring.equipment.PingProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.Socket;
import org.springframework.stereotype.Component;

/**
 * Asks equipment whether it is there, by opening a TCP connection to it. An echo request (ICMP) would need privileges,
 * and tells of a network card; that the equipment's own program accepts a connection tells of the equipment.
 */
@Component
class Pings {

    private final PingNetworks networks;
    private final int timeoutMillis;
    private final MeterRegistry meters;

    Pings(PingNetworks networks, PingProperties properties, MeterRegistry meters) {
        this.networks = networks;
        this.timeoutMillis = Math.toIntExact(properties.timeout().toMillis());
        this.meters = meters;
        // Counters that are there from the beginning: what appears with its first event has no increase.
        count(true, 0);
        count(false, 0);
    }

    /** Whether somebody accepts a connection in time. An address that may no longer be asked does not answer. */
    boolean isAnswered(PingAddress address) {
        boolean answered = networks.contain(address) && accepts(address);
        count(answered, 1);
        return answered;
    }

    private void count(boolean answered, int by) {
        meters.counter("monitoring.pings", "answered", Boolean.toString(answered))
                .increment(by);
    }

    private boolean accepts(PingAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address.socketAddress(), timeoutMillis);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }
}
