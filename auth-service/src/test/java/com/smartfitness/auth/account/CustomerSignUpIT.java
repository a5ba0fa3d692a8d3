package com.smartfitness.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.auth.Person;
import com.smartfitness.auth.RunningAuth;
import com.smartfitness.auth.RunningAuth.Answer;
import com.smartfitness.auth.Site;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@ExtendWith(OutputCaptureExtension.class)
class CustomerSignUpIT {

    private static final String GOOD = "5105105105105100";
    private static final String REFUSED = "4000000000000002";
    private static final String SLOW = "4000000000000119";
    private static final String FAILING = "4000000000000127";

    private static final RunningAuth auth = Site.shared();

    private final Person person = Person.any();

    @Test
    void signsUpWhoseCardIsTheirOwn() {
        Answer answer = signUp(card(GOOD));

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.json().path("role").asString()).isEqualTo("CUSTOMER");
        Answer profile = auth.get("/api/v1/users/me", auth.session(person).accessToken());
        assertThat(profile.json().path("cardLastFour").asString()).isEqualTo("5100");
        assertThat(profile.body()).doesNotContain(GOOD);
    }

    @Test
    void keepsNeitherNumberNorCvv(CapturedOutput log) {
        signUp(card(GOOD).put("cvv", "9173"));
        signUp(card(REFUSED).put("cvv", "9173"));
        signUp(card(FAILING).put("cvv", "9173"));
        signUp(card(GOOD).put("number", "510510510510510x"));

        assertThat(log.getAll()).doesNotContain(GOOD, REFUSED, FAILING, "510510510510510", "9173");
        Map<String, Object> row = auth.database()
                .sql("select card_hash, a::text as everything from account a order by created_at desc limit 1")
                .query()
                .singleRow();
        assertThat((byte[]) row.get("card_hash")).hasSize(32);
        assertThat((String) row.get("everything")).doesNotContain(GOOD, "5100,", "9173");
    }

    @ParameterizedTest
    @CsvSource({
        REFUSED + ", 422, card-refused",
        SLOW + ", 503, card-check-unavailable",
        FAILING + ", 503, card-check-unavailable",
    })
    void storesNothingWhereTheCheckFails(String number, int status, String problem) {
        Answer answer = signUp(card(number));

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.body()).doesNotContain(number);
        assertThat(auth.signIn(person.email(), person.password()).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "number, 4242424242424241, card.number",
        "number, '4242 4242 4242 4242', card.number",
        "number, 42, card.number",
        "number, , card.number",
        "expiry, 12/31, card.expiry",
        "expiry, 2031-13, card.expiry",
        "cvv, 12, card.cvv",
        "cvv, abc, card.cvv",
        "holder, somebody, card.holder",
    })
    void refusesBadCards(String field, String value, String named) {
        Answer answer = signUp(card(GOOD).put(field, value));

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().path("errors").findValuesAsString("field")).containsExactly(named);
    }

    @Test
    void asksForACard() {
        Answer answer = auth.post("/api/v1/customers", person.owner().toString());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").findValuesAsString("field")).containsExactly("card");
    }

    @Test
    void looksAtNoMoreRefusedCardsFromAnAddressThanTheLimit() {
        int refused = 0;
        for (int attempt = 0; attempt < 22; attempt++) {
            Answer answer = signUp(card(REFUSED), "X-Forwarded-For", "198.51.100.77");
            refused += answer.status() == 422 ? 1 : 0;
        }

        assertThat(refused).isEqualTo(20);
    }

    private Answer signUp(ObjectNode card, String... headers) {
        ObjectNode body = person.owner();
        body.set("card", card);
        return auth.send("POST", "/api/v1/customers", body, null, headers);
    }

    private static ObjectNode card(String number) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("number", number)
                .put("expiry", "2099-12")
                .put("cvv", "123");
    }
}
