package com.smartfitness.replication.example.partners;

import com.smartfitness.replication.Replica;
import com.smartfitness.replication.example.PlanEvent.PlanOfferedEvent;
import com.smartfitness.replication.example.rewards.RewardsApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The rewards example with a copy of the plans, which partners may name too. */
@Configuration(proxyBeanMethods = false)
@Import({RewardsApplication.class, PlanRewards.PlanReplica.class})
public class PlanRewards {

    @Replica(queue = "plans", table = "known_plan", acceptsOutsiders = true)
    static class PlanReplica {

        record KnownPlan(String planId, String name) {}

        KnownPlan on(PlanOfferedEvent plan) {
            return new KnownPlan(plan.planId(), plan.name());
        }
    }
}
