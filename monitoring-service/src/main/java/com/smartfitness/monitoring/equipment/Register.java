package com.smartfitness.monitoring.equipment;

import com.smartfitness.defaults.security.Caller;
import com.smartfitness.defaults.web.Cursor;
import com.smartfitness.defaults.web.Page;
import com.smartfitness.defaults.web.StaleRevisionException;
import com.smartfitness.events.EquipmentType;
import com.smartfitness.events.Role;
import com.smartfitness.monitoring.replica.BranchId;
import com.smartfitness.monitoring.replica.KnownBranches;
import com.smartfitness.replication.EventPublisher;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of equipment, kept by the owners of branches and by operators. Every change is announced in the
 * transaction that makes it.
 */
@Service
public class Register {

    private final EquipmentRepository repository;
    private final KnownBranches branches;
    private final EventPublisher events;
    private final ApplicationEventPublisher features;
    private final Clock clock;

    Register(
            EquipmentRepository repository,
            KnownBranches branches,
            EventPublisher events,
            ApplicationEventPublisher features,
            Clock clock) {
        this.repository = repository;
        this.branches = branches;
        this.events = events;
        this.features = features;
        this.clock = clock;
    }

    /** Enters equipment of a branch of the caller's, or of any for an operator. */
    @Transactional
    public Equipment register(
            BranchId branch, EquipmentType type, EquipmentProfile profile, DeviceKey key, Caller caller) {
        branches.requireOpenTo(caller, branch);
        Equipment equipment = Equipment.register(branch, type, profile, key, clock.instant());
        repository.add(equipment);
        events.publish(EquipmentEvents.registered(equipment));
        return equipment;
    }

    /**
     * One piece.
     *
     * @throws EquipmentNotFoundException also where the caller may not see it
     */
    public Equipment get(EquipmentId id, Caller caller) {
        return repository
                .find(id)
                .filter(equipment -> branches.isOpenTo(caller, equipment.branch()))
                .orElseThrow(() -> EquipmentNotFoundException.forId(id));
    }

    /** One piece, whoever asks. */
    public Optional<Equipment> find(EquipmentId id) {
        return repository.find(id);
    }

    /** What stands in the caller's branches, or everywhere for an operator; newest first. */
    public Page<Equipment> list(
            @Nullable BranchId branch,
            @Nullable EquipmentType type,
            int limit,
            @Nullable String cursor,
            Caller caller) {
        Cursor after = Cursor.newestFirst(cursor);
        String owner = caller.role() == Role.OPERATOR ? null : caller.userId();
        List<Equipment> rows = repository.newestFirst(owner, branch, type, after, limit + 1);
        return Page.of(
                rows, limit, row -> new Cursor(row.registeredAt(), row.id().value()).text());
    }

    /**
     * Changes name, ping address, or whether it is in service.
     *
     * @param expected accepts the revision that the caller knows
     * @throws StaleRevisionException where it has another, or gets one at the same time
     */
    @Transactional
    public Equipment edit(EquipmentId id, EquipmentProfile profile, LongPredicate expected, Caller caller) {
        return change(id, expected, caller, equipment -> equipment.edit(profile));
    }

    /** Replaces the key: from now on nothing is accepted that was signed with the one before. */
    @Transactional
    public Equipment replaceKey(EquipmentId id, DeviceKey key, LongPredicate expected, Caller caller) {
        return change(id, expected, caller, equipment -> equipment.replaceKey(key));
    }

    /** Forgets equipment for good; what was recorded of it stays. */
    @Transactional
    public void remove(EquipmentId id, LongPredicate expected, Caller caller) {
        Equipment equipment = expected(get(id, caller), expected);
        if (!repository.remove(equipment)) {
            throw new StaleRevisionException();
        }
        events.publish(EquipmentEvents.removed(equipment));
        features.publishEvent(new TakenOutOfService(id));
    }

    private Equipment change(EquipmentId id, LongPredicate expected, Caller caller, UnaryOperator<Equipment> change) {
        Equipment equipment = expected(get(id, caller), expected);
        Equipment changed = change.apply(equipment);
        if (changed.revision() != equipment.revision()) {
            if (!repository.replace(changed)) {
                throw new StaleRevisionException();
            }
            events.publish(EquipmentEvents.updated(changed));
            if (equipment.isInService() && !changed.isInService()) {
                features.publishEvent(new TakenOutOfService(id));
            }
        }
        return changed;
    }

    private static Equipment expected(Equipment equipment, LongPredicate expected) {
        if (!expected.test(equipment.revision())) {
            throw new StaleRevisionException();
        }
        return equipment;
    }
}
