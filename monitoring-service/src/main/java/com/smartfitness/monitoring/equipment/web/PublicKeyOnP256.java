package com.smartfitness.monitoring.equipment.web;

import com.smartfitness.monitoring.equipment.DeviceKey;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The public half of a key on P-256, as a JSON Web Key. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PublicKeyOnP256.Validator.class)
@interface PublicKeyOnP256 {

    String message() default "must be a public key on P-256";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Leaves it to others to demand a value, and says what is wrong with this one. */
    final class Validator implements ConstraintValidator<PublicKeyOnP256, Map<String, Object>> {

        @Override
        public boolean isValid(@Nullable Map<String, Object> members, ConstraintValidatorContext context) {
            if (members == null) {
                return true;
            }
            try {
                DeviceKey.of(members);
                return true;
            } catch (IllegalArgumentException wrong) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(String.valueOf(wrong.getMessage()))
                        .addConstraintViolation();
                return false;
            }
        }
    }
}
