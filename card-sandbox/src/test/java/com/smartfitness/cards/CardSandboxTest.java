package com.smartfitness.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardSandboxTest {

    private static final HttpClient http = HttpClient.newHttpClient();
    private static CardSandbox sandbox;

    @BeforeAll
    static void start() throws Exception {
        sandbox = CardSandbox.start("127.0.0.1", 0);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({
        "4242424242424242, 2099-12, 123, true",
        "5555555555554444, 2099-12, 1234, true",
        "4242424242424241, 2099-12, 123, false",
        "4000000000000002, 2099-12, 123, false",
        "4242424242424242, 2001-12, 123, false",
        "4242424242424242, someday, 123, false",
        "4242424242424242, 2099-12, 12, false",
        "42, 2099-12, 123, false",
    })
    void saysWhetherTheCardIsTheHolders(String number, String expiry, String cvv, boolean verified) throws Exception {
        HttpResponse<String> answer =
                check("number=%s&expiry=%s&cvv=%s&holder=Kim%%20Minji".formatted(number, expiry, cvv));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"verified\":%s}".formatted(verified));
    }

    @Test
    void failsWhereItIsToldTo() throws Exception {
        assertThat(check("number=4000000000000127").statusCode()).isEqualTo(500);
    }

    @Test
    void saysThatItIsThere() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(at("/actuator/health/readiness")).build();

        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> check(String form) throws Exception {
        return http.send(
                HttpRequest.newBuilder(at("/v1/checks"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private static URI at(String path) {
        return URI.create("http://127.0.0.1:" + sandbox.port() + path);
    }
}
