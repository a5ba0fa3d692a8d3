package com.smartfitness.auth.account;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * Text that is shown to others in one line: something visible, no blanks around it, no control characters, and none
 * that turn the direction of writing, with which a name could pass for another. Null is valid.
 */
@Constraint(validatedBy = OneLine.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@interface OneLine {

    /** In Unicode code points. */
    int max();

    String message() default "1 to {max} characters in one line are needed, without blanks around them.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Validator implements ConstraintValidator<OneLine, String> {

        private int max;

        @Override
        public void initialize(OneLine rule) {
            max = rule.max();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null
                    || (text.codePointCount(0, text.length()) <= max
                            && text.equals(text.strip())
                            && text.codePoints().anyMatch(Validator::isVisible)
                            && text.codePoints().noneMatch(Validator::isRefused));
        }

        private static boolean isVisible(int point) {
            int type = Character.getType(point);
            return !Character.isSpaceChar(point) && type != Character.FORMAT && type != Character.NON_SPACING_MARK;
        }

        private static boolean isRefused(int point) {
            return switch (Character.getType(point)) {
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
                // Joiners belong to scripts and pictures; the other format characters have no business in a name.
                case Character.FORMAT -> point != 0x200C && point != 0x200D;
                default -> false;
            };
        }
    }
}
