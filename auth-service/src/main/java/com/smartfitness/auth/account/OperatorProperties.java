package com.smartfitness.auth.account;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The operator whom the first start makes; unused afterwards, as long as there is any operator.
 *
 * @param email to sign in with
 * @param password for it; the rules for passwords hold here too
 */
@ConfigurationProperties("auth.operator")
record OperatorProperties(@Nullable String email, @Nullable String password) {

    @Override
    public String toString() {
        return "the first operator";
    }
}
