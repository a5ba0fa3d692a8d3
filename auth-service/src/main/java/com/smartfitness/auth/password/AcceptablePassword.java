package com.smartfitness.auth.password;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A new password: see {@link PasswordRule}. */
@Documented
@Constraint(validatedBy = PasswordRuleValidator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface AcceptablePassword {

    /** Replaced by what the rule says. */
    String message() default "The password is not acceptable.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
