package com.smartfitness.monitoring.equipment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PingAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"10.20.30.40:7000", "192.168.0.1:1", "10.255.255.255:65535", "[fd00:0:0:0:0:0:0:7]:7000"})
    void readsWhatItWrites(String text) {
        assertThat(PingAddress.parse(text)).hasToString("Optional[" + text + "]");
    }

    @Test
    void writesOneAddressInOneWay() {
        assertThat(PingAddress.parse("[fd00::7]:7000")).isEqualTo(PingAddress.parse("[FD00:0::0:7]:7000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.1.2.3",
                "10.1.2.3:",
                "10.1.2.3:0",
                "10.1.2.3:65536",
                "10.1.2.3:070",
                "10.1.2.3:7000/path",
                "10.1.2.3:7000@example.com:80",
                "user@10.1.2.3:7000",
                "http://10.1.2.3:7000",
                "localhost:7000",
                "gate.example.com:7000",
                "10.1.2:7000",
                "2130706433:80",
                "0x7f.0.0.1:80",
                "0177.0.0.1:80",
                "010.1.2.3:80",
                "256.1.2.3:80",
                "１０.1.2.3:80",
                "10.1.2.3 :80",
                "[10.1.2.3]:80",
                "[::ffff:127.0.0.1]:80",
                "[fe80::1%eth0]:80",
                "[:::]:80",
                "fd00::7:80",
                "10.1.2.3:80\n"
            })
    void takesNothingButLiteralAddressesInTheirPlainForm(String text) {
        assertThat(PingAddress.parse(text)).isEmpty();
    }

    @Test
    void seesAnAddressOfVersionFourBehindOneOfVersionSix() {
        PingNetworks networks = networks("10.0.0.0/8");

        assertThat(networks.contain(PingAddress.parse("[::ffff:a01:203]:80").orElseThrow()))
                .isTrue();
        assertThat(networks.contain(PingAddress.parse("[::ffff:7f00:1]:80").orElseThrow()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1:80", "11.0.0.1:80", "169.254.169.254:80", "0.0.0.0:80", "[::1]:80", "[fd00::1]:80"})
    void staysInItsNetworks(String address) {
        assertThat(networks("10.0.0.0/8", "192.168.0.0/16")
                        .contain(PingAddress.parse(address).orElseThrow()))
                .isFalse();
    }

    private static PingNetworks networks(String... networks) {
        return new PingNetworks(new PingProperties(List.of(networks), Duration.ofSeconds(5)));
    }
}
