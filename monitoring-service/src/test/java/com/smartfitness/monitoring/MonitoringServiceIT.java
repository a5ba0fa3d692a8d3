package com.smartfitness.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.events.Role;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;

/** What every service has. */
class MonitoringServiceIT {

    private final RunningMonitoring service = RunningMonitoring.shared();

    @Test
    void keepsItsReplicationToOperators() {
        assertThat(service.send(HttpRequest.newBuilder(service.uri("/api/v1/replication")))
                        .status())
                .isEqualTo(401);
        service.get("/api/v1/replication", User.any(Role.HELPER)).expect(403);
        assertThat(service.get("/api/v1/replication", User.anOperator()).text("service"))
                .isEqualTo("monitoring");
    }
}
