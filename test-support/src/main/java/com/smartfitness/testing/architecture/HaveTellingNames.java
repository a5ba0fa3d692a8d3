package com.smartfitness.testing.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.regex.Pattern;

/** Refuses endings that fit any class. Helpers are also people here, so their own package may speak of them. */
final class HaveTellingNames extends ArchCondition<JavaClass> {

    private static final Pattern FITS_ANYTHING = Pattern.compile(".*(Impl|Utils?|Manager|Dto|DTO)|.+Helper");

    HaveTellingNames() {
        super("have names that tell what they are");
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
        String name = item.getSimpleName();

        if (FITS_ANYTHING.matcher(name).matches() && !isPerson(item)) {
            events.add(SimpleConditionEvent.violated(item, item.getName() + " has a name that would fit anything"));
        }
    }

    private static boolean isPerson(JavaClass item) {
        return item.getSimpleName().endsWith("Helper")
                && (item.getPackageName() + ".").startsWith("com.smartfitness.helper.");
    }
}
