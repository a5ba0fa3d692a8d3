package com.smartfitness.replication.example.members;

import com.smartfitness.replication.EventPublisher;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.example.PlanEvent.PlanOfferedEvent;
import com.smartfitness.replication.example.PlanEvent.PlanWithdrawnEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Offers plans; kept nowhere but in what is published. */
@Component
public class Plans {

    private final EventPublisher events;

    Plans(EventPublisher events) {
        this.events = events;
    }

    @Transactional
    public Version offer(String planId, String name) {
        return events.publish(new PlanOfferedEvent(planId, name));
    }

    @Transactional
    public Version withdraw(String planId) {
        return events.publish(new PlanWithdrawnEvent(planId));
    }
}
