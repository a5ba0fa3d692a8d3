package com.smartfitness.events;

/**
 * A helper was paid for a task. The aggregate is the ledger's entry, not the balance: entries are appended once and
 * never change, one a task, so the task's id names the entry and is the unique key that makes a redelivery harmless.
 *
 * @param amount what this entry adds, in the currency's minor unit; whole won for KRW
 * @param currency ISO 4217 code
 * @param balance the helper's sum right after this entry, same unit; entries may arrive out of order, so the latest
 *     arrival is not the latest balance
 */
@EventType(value = "helper.reward-credited.v1", aggregate = "reward", requiresConsumer = false)
public record RewardCreditedEvent(String helperId, String taskId, long amount, String currency, long balance)
        implements DomainEvent {

    public RewardCreditedEvent {
        Components.requireKey("taskId", taskId);
    }

    @Override
    public String aggregateId() {
        return taskId;
    }
}
