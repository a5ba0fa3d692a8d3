package com.smartfitness.defaults.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One line with something to be seen in it: no line breaks or other control characters, not blanks alone. */
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = OneLine.Validator.class)
public @interface OneLine {

    String message() default "must be one line of text that is not blank";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Leaves it to others to demand a value. */
    final class Validator implements ConstraintValidator<OneLine, String> {

        private static final Pattern LINE = Pattern.compile("[^\\p{Cc}\\p{Zl}\\p{Zp}]*");
        private static final Pattern INVISIBLE = Pattern.compile("[\\p{Z}\\p{Cf}]*");

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null
                    || (LINE.matcher(text).matches() && !INVISIBLE.matcher(text).matches());
        }
    }
}
