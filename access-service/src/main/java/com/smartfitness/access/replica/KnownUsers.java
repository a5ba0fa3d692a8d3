package com.smartfitness.access.replica;

import com.smartfitness.access.replica.UserReplica.UserRow;
import com.smartfitness.defaults.problem.AccountDeactivatedException;
import com.smartfitness.defaults.problem.NotReplicatedYetException;
import com.smartfitness.defaults.security.Caller;
import com.smartfitness.events.UserStatus;
import org.springframework.stereotype.Component;

/** The replicated users. */
@Component
public class KnownUsers {

    private final RecentRows replicas;

    KnownUsers(RecentRows replicas) {
        this.replicas = replicas;
    }

    /** Whether somebody is known and has not been deactivated. */
    public boolean mayEnter(String userId) {
        return replicas.row(UserReplica.TABLE, UserRow.class, userId)
                .filter(user -> user.status() == UserStatus.ACTIVE)
                .isPresent();
    }

    /**
     * Asks for somebody who may use this service.
     *
     * @throws NotReplicatedYetException where the user has not arrived here yet
     * @throws AccountDeactivatedException where the account may no longer be used
     */
    public void requireActive(Caller caller) {
        UserRow user = replicas.row(UserReplica.TABLE, UserRow.class, caller.userId())
                .orElseThrow(NotReplicatedYetException::ofTheCaller);
        if (user.status() != UserStatus.ACTIVE) {
            throw new AccountDeactivatedException();
        }
    }
}
