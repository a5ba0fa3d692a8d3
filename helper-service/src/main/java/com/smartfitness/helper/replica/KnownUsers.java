package com.smartfitness.helper.replica;

import com.smartfitness.defaults.problem.AccountDeactivatedException;
import com.smartfitness.defaults.problem.NotReplicatedYetException;
import com.smartfitness.defaults.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The replicated users. */
@Repository
public class KnownUsers {

    private final JdbcClient jdbc;

    KnownUsers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Who calls.
     *
     * @throws NotReplicatedYetException where the user has not arrived here yet
     * @throws AccountDeactivatedException where the account may no longer be used
     */
    public KnownUser require(Caller caller) {
        KnownUser user = jdbc.sql("select user_id, branch_id, status from known_user where user_id = ?")
                .param(caller.userId())
                .query((row, number) -> user(
                        row.getString(1), row.getString(2), row.getString(3).equals("ACTIVE")))
                .optional()
                .orElseThrow(NotReplicatedYetException::ofTheCaller);
        if (!user.isActive()) {
            throw new AccountDeactivatedException();
        }
        return user;
    }

    private static KnownUser user(String id, @Nullable String branch, boolean active) {
        return new KnownUser(new UserId(id), branch == null ? null : new BranchId(branch), active);
    }
}
