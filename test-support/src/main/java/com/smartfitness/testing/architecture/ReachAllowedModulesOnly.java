package com.smartfitness.testing.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells modules by the package below {@code com.smartfitness}. Those named nowhere here may reach what they like. */
final class ReachAllowedModulesOnly extends ArchCondition<JavaClass> {

    private static final Pattern MODULE = Pattern.compile("com\\.smartfitness\\.(\\w+).*");

    private static final Set<String> SERVICES =
            Set.of("auth", "helper", "access", "monitoring", "search", "mlops", "branchowner", "gateway");

    private static final Map<String, Set<String>> SHARED = Map.of(
            "events", Set.of(),
            "replication", Set.of("events"),
            "defaults", Set.of("events", "replication"));

    ReachAllowedModulesOnly() {
        super("reach only modules that theirs may depend on");
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
        String own = moduleOf(item);

        item.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> !mayReach(own, moduleOf(dependency.getTargetClass())))
                .forEach(dependency -> events.add(SimpleConditionEvent.violated(item, dependency.getDescription())));
    }

    private static boolean mayReach(String own, String other) {
        boolean ofThisBuild = SERVICES.contains(other) || SHARED.containsKey(other);
        if (own.equals(other) || !ofThisBuild) {
            return true;
        }
        return SERVICES.contains(own)
                ? SHARED.containsKey(other)
                : SHARED.getOrDefault(own, Set.of(other)).contains(other);
    }

    private static String moduleOf(JavaClass type) {
        var matcher = MODULE.matcher(type.getBaseComponentType().getPackageName());
        return matcher.matches() ? matcher.group(1) : "";
    }
}
