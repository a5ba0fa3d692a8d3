package com.smartfitness.auth.account;

import com.smartfitness.auth.OnceAmongInstances;
import com.smartfitness.auth.password.PasswordRule;
import com.smartfitness.events.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Makes the first operator, before the service answers anybody. */
@Component
class FirstOperator implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(FirstOperator.class);

    private final OperatorProperties properties;
    private final AccountRepository repository;
    private final Accounts accounts;
    private final OnceAmongInstances once;

    FirstOperator(
            OperatorProperties properties, AccountRepository repository, Accounts accounts, OnceAmongInstances once) {
        this.properties = properties;
        this.repository = repository;
        this.accounts = accounts;
        this.once = once;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (repository.has(Role.OPERATOR)) {
            return;
        }
        String email = properties.email();
        String password = properties.password();
        if (!StringUtils.hasText(email) || !StringUtils.hasText(password)) {
            log.warn("There is no operator: set auth.operator.email and auth.operator.password to make one");
            return;
        }
        PasswordRule.objectionTo(password).ifPresent(objection -> {
            throw new IllegalStateException("auth.operator.password: " + objection);
        });
        EmailAddress address = EmailAddress.parse(email)
                .orElseThrow(() -> new IllegalStateException("auth.operator.email is no e-mail address"));
        SignUp wish = new SignUp(Role.OPERATOR, address, "Operator", null, "Operator", null, null);
        try {
            once.run("first-operator", () -> repository.has(Role.OPERATOR) || signUp(wish, password));
        } catch (EmailTakenException e) {
            // No reason not to start: anybody can sign up with any e-mail, and must not stop everybody else so.
            log.error("There is no operator: auth.operator.email belongs to another account");
        }
    }

    private boolean signUp(SignUp wish, String password) {
        log.info(
                "Made the first operator, {}",
                accounts.signUp(wish, password, null).id());
        return true;
    }
}
