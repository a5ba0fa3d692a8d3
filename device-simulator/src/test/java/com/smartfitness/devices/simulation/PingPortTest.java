package com.smartfitness.devices.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.RepeatedTest;

class PingPortTest {

    @RepeatedTest(200)
    void answersExactlyWhileItIsOpen() {
        PingPort port = PingPort.open();
        assertThat(answers(port)).isTrue();

        port.close();
        assertThat(answers(port)).isFalse();

        port.reopen();
        assertThat(answers(port)).isTrue();

        port.close();
        assertThat(answers(port)).isFalse();
    }

    private static boolean answers(PingPort port) {
        String[] address = port.address().split(":");
        try (Socket _ = new Socket(address[0], Integer.parseInt(address[1]))) {
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
