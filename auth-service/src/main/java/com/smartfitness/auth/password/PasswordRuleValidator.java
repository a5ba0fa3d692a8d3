package com.smartfitness.auth.password;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class PasswordRuleValidator implements ConstraintValidator<AcceptablePassword, String> {

    @Override
    public boolean isValid(@Nullable String password, ConstraintValidatorContext context) {
        Optional<String> objection =
                password == null ? Optional.of("A password is needed.") : PasswordRule.objectionTo(password);
        objection.ifPresent(sentence -> {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(sentence).addConstraintViolation();
        });
        return objection.isEmpty();
    }
}
