package com.smartfitness.search.replica;

import com.smartfitness.defaults.problem.AccountDeactivatedException;
import com.smartfitness.defaults.problem.NotReplicatedYetException;
import com.smartfitness.defaults.security.Caller;
import com.smartfitness.events.UserStatus;
import com.smartfitness.replication.ReplicaRows;
import com.smartfitness.search.replica.UserReplica.UserRow;
import org.springframework.stereotype.Repository;

/** The replicated users. */
@Repository
public class KnownUsers {

    static final String TABLE = "known_user";

    private final ReplicaRows rows;

    KnownUsers(ReplicaRows rows) {
        this.rows = rows;
    }

    /**
     * Sees that the caller may act.
     *
     * @throws NotReplicatedYetException where the user has not arrived here yet
     * @throws AccountDeactivatedException where the account may no longer be used
     */
    public void require(Caller caller) {
        require(caller.userId());
    }

    /** The same for a caller by this id. */
    public void require(String userId) {
        UserRow user = rows.row(TABLE, UserRow.class, userId).orElseThrow(NotReplicatedYetException::ofTheCaller);
        if (user.status() != UserStatus.ACTIVE) {
            throw new AccountDeactivatedException();
        }
    }

    /** Whether there is such a user, whose account is in use. */
    public boolean isActive(String userId) {
        return rows.row(TABLE, UserRow.class, userId)
                .filter(user -> user.status() == UserStatus.ACTIVE)
                .isPresent();
    }
}
