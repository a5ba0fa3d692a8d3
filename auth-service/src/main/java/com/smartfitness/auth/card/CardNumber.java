package com.smartfitness.auth.card;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.hibernate.validator.constraints.LuhnCheck;

/** 12 to 19 digits, the last of which fits the others (ISO/IEC 7812-1, annex B). Null is valid. */
@Pattern(regexp = "[0-9]{12,19}") @LuhnCheck
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@interface CardNumber {

    String message() default "This is no card number: 12 to 19 digits without blanks, as they stand on the card.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
