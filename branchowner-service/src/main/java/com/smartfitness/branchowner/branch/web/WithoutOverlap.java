package com.smartfitness.branchowner.branch.web;

import com.smartfitness.branchowner.branch.OpeningWeek;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opening hours of which no two share a minute. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = WithoutOverlap.Validator.class)
@interface WithoutOverlap {

    String message() default "must not overlap";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Says nothing of periods that are not valid themselves. */
    final class Validator implements ConstraintValidator<WithoutOverlap, List<OpeningPeriod>> {

        @Override
        public boolean isValid(@Nullable List<OpeningPeriod> periods, ConstraintValidatorContext context) {
            return periods == null
                    || !periods.stream().allMatch(OpeningPeriod::isReadable)
                    || OpeningWeek.isWithoutOverlap(
                            periods.stream().map(OpeningPeriod::toHours).toList());
        }
    }
}
