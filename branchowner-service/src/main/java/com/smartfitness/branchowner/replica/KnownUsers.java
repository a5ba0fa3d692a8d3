package com.smartfitness.branchowner.replica;

import com.smartfitness.defaults.problem.NotReplicatedYetException;
import com.smartfitness.events.UserStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Owners and helpers, as far as this service has heard of them. */
@Repository
public class KnownUsers {

    private final JdbcClient database;

    KnownUsers(JdbcClient database) {
        this.database = database;
    }

    /**
     * Lets pass who is known to have an account in use.
     *
     * @throws NotReplicatedYetException where nothing has been heard of the user
     * @throws AccountDeactivatedException where the account is out of use: a token outlives that by minutes
     */
    public void requireActive(UserId user) {
        UserStatus status = database.sql("select status from known_user where user_id = ?")
                .param(user.value())
                .query((row, _) -> UserStatus.valueOf(row.getString("status")))
                .optional()
                .orElseThrow(NotReplicatedYetException::ofTheCaller);
        if (status != UserStatus.ACTIVE) {
            throw new AccountDeactivatedException();
        }
    }
}
