package com.smartfitness.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.access.site.AccessSite;
import com.smartfitness.access.site.AccessSite.Gym;
import com.smartfitness.access.site.AccessSite.Member;
import com.smartfitness.access.site.Client;
import com.smartfitness.access.site.Client.Answer;
import com.smartfitness.testing.stores.Eventually;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The service while its store is killed: the class runs last, since the others share the store. */
@Order(Integer.MAX_VALUE)
class StoreOutageIT {

    private static final AccessSite site = AccessSite.shared();
    private static final Client client = site.client();
    private static final Gym gym = site.gym();

    @Test
    void keepsTheGateShutWithoutItsStoreAndGoesOnAfterwards() {
        Member member = site.member(gym);
        String before = client.verify(gym.gate(), member.face()).text("accessId");
        String path = "/api/v1/gates/%s/verifications".formatted(gym.gate().id());
        String body = Client.template(member.face(), "");
        String proof = gym.gate().proof("POST", path, body.getBytes(StandardCharsets.UTF_8));
        assertThat(client.sent("POST", path, body, proof, null).status()).isEqualTo(201);

        site.store().kill();
        Answer away = client.verify(gym.gate(), member.face());
        assertThat(away.status()).as(away.toString()).isEqualTo(503);
        assertThat(away.text("type")).endsWith("store-unavailable");
        site.store().start();

        Eventually.holds(
                "the gate opens again",
                () -> client.verify(gym.gate(), member.face()).text("decision").equals("GRANTED"));
        assertThat(client.sent("POST", path, body, proof, null).status()).isEqualTo(401);
        assertThat(client.get("/api/v1/accesses/" + before, member.id(), "CUSTOMER")
                        .status())
                .isEqualTo(200);
        site.neighbours().await("granted", "accessId", before);
    }
}
