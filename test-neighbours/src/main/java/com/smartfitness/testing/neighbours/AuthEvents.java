package com.smartfitness.testing.neighbours;

import com.smartfitness.events.Role;
import com.smartfitness.events.SigningKeyPublishedEvent;
import com.smartfitness.events.UserCreatedEvent;
import com.smartfitness.events.UserStatus;
import com.smartfitness.testing.tokens.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What auth-service says of keys and users. */
public final class AuthEvents {

    private AuthEvents() {}

    /** That these tokens are valid, for a day from now. */
    public static SigningKeyPublishedEvent key(TestTokens tokens) {
        Instant now = Instant.now();
        return new SigningKeyPublishedEvent(
                tokens.publicKey().getKeyID(),
                tokens.publicKey().toJSONObject().entrySet().stream()
                        .collect(Collectors.toMap(
                                member -> member.getKey(), member -> String.valueOf(member.getValue()))),
                now.minusSeconds(60),
                now.plus(Duration.ofDays(1)));
    }

    /** That there are these customers. */
    public static List<UserCreatedEvent> customers(List<String> ids) {
        return ids.stream()
                .map(id -> new UserCreatedEvent(id, Role.CUSTOMER, "alias", null, UserStatus.ACTIVE, Instant.now()))
                .toList();
    }
}
