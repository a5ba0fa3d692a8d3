package com.smartfitness.helper.task;

import com.smartfitness.defaults.security.Caller;
import com.smartfitness.helper.photo.PhotoStore;
import com.smartfitness.helper.replica.BranchId;
import com.smartfitness.helper.replica.KnownBranch;
import com.smartfitness.helper.replica.KnownBranches;
import com.smartfitness.helper.replica.KnownUser;
import com.smartfitness.helper.replica.KnownUsers;
import com.smartfitness.helper.replica.UserId;
import com.smartfitness.photo.CleanPhoto;
import com.smartfitness.photo.PhotoIntake;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes photos in. The photo is in its store before the task is in the database, so no task is without its photo; a
 * photo whose task was never committed takes space and does no harm.
 */
@Service
class Uploads {

    private final KnownUsers users;
    private final KnownBranches branches;
    private final PhotoIntake intake;
    private final PhotoStore photos;
    private final DailyUploads daily;
    private final Tasks tasks;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Uploads(
            KnownUsers users,
            KnownBranches branches,
            PhotoIntake intake,
            PhotoStore photos,
            DailyUploads daily,
            Tasks tasks,
            TransactionTemplate transaction,
            Clock clock) {
        this.users = users;
        this.branches = branches;
        this.intake = intake;
        this.photos = photos;
        this.daily = daily;
        this.tasks = tasks;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The new task, or the one that this key has made before.
     *
     * @param key names the request, so that repeating it changes nothing
     */
    Task upload(Caller caller, byte[] file, @Nullable String key) {
        KnownUser helper = users.require(caller);
        CleanPhoto photo = intake.accept(file);
        return madeBefore(helper.id(), key, photo).orElseGet(() -> make(helper, photo, key));
    }

    private Task make(KnownUser helper, CleanPhoto photo, @Nullable String key) {
        KnownBranch branch = branchOf(helper);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate day = now.atZone(branch.zone()).toLocalDate();
        daily.requireRoom(helper.id(), day);

        TaskId id = TaskId.create();
        TaskPhoto kept =
                new TaskPhoto("photos/%s.%s".formatted(id, photo.extension()), photo.mediaType(), photo.sha256());
        Task task = Task.submitted(id, helper.id(), branch.id(), kept, now);
        photos.put(kept.key(), photo);
        try {
            transaction.executeWithoutResult(running -> {
                daily.take(helper.id(), day);
                tasks.add(task, key);
            });
            return task;
        } catch (DailyLimitReachedException full) {
            photos.discard(kept.key());
            return madeBefore(helper.id(), key, photo).orElseThrow(() -> full);
        } catch (DuplicateKeyException meanwhile) {
            photos.discard(kept.key());
            return madeBefore(helper.id(), key, photo).orElseThrow(() -> meanwhile);
        }
    }

    private KnownBranch branchOf(KnownUser helper) {
        BranchId id = helper.branch();
        if (id == null) {
            throw BranchNotUsableException.none();
        }
        KnownBranch branch = branches.find(id).orElseThrow(BranchNotUsableException::notReplicatedYet);
        if (!branch.isOpen()) {
            throw BranchNotUsableException.closed();
        }
        return branch;
    }

    private Optional<Task> madeBefore(UserId helper, @Nullable String key, CleanPhoto photo) {
        if (key == null) {
            return Optional.empty();
        }
        Optional<Task> known = tasks.findByKey(helper, key);
        if (known.isPresent() && !known.get().photo().sha256().equals(photo.sha256())) {
            throw new IdempotencyKeyReusedException();
        }
        return known;
    }
}
