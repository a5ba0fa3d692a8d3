package com.smartfitness.monitoring.equipment.web;

import com.smartfitness.monitoring.equipment.PingAddress;
import com.smartfitness.monitoring.equipment.PingNetworks;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A ping address in one of the networks that this service may reach. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Reachable.Validator.class)
@interface Reachable {

    String message() default
            "must be a literal address and a port, such as 10.20.30.40:7000, in a network that may be asked";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Leaves it to others to demand a value. */
    final class Validator implements ConstraintValidator<Reachable, String> {

        private final PingNetworks networks;

        Validator(PingNetworks networks) {
            this.networks = networks;
        }

        @Override
        public boolean isValid(@Nullable String address, ConstraintValidatorContext context) {
            return address == null
                    || PingAddress.parse(address).filter(networks::contain).isPresent();
        }
    }
}
