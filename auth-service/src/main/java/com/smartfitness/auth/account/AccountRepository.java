package com.smartfitness.auth.account;

import com.smartfitness.auth.encryption.Column;
import com.smartfitness.auth.encryption.FieldCipher;
import com.smartfitness.auth.encryption.LookupHash;
import com.smartfitness.auth.replica.BranchId;
import com.smartfitness.events.Role;
import com.smartfitness.events.UserStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts in the database; what is personal goes in and comes out encrypted. */
@Repository
class AccountRepository {

    private static final Column EMAIL = new Column("account", "email");
    private static final Column NAME = new Column("account", "name");
    private static final Column PHONE = new Column("account", "phone");

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final LookupHash hashes;

    AccountRepository(JdbcClient jdbc, FieldCipher cipher, LookupHash hashes) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.hashes = hashes;
    }

    /** What decides whether somebody may sign in. */
    record Secret(UserId id, Role role, UserStatus status, String passwordHash) {}

    /** Adds the account; false where its e-mail has another one. */
    boolean add(Account account, String passwordHash) {
        String id = account.id().value();
        return jdbc.sql("""
                        insert into account (user_id, role, status, alias, branch_id, email_hash, email, name, phone,
                            password_hash, created_at)
                        values (:id, :role, :status, :alias, :branch, :emailHash, :email, :name, :phone,
                            :passwordHash, :createdAt)
                        on conflict (email_hash) do nothing""")
                        .param("id", id)
                        .param("role", account.role().name())
                        .param("status", account.status().name())
                        .param("alias", account.alias())
                        .param(
                                "branch",
                                account.branchId() == null
                                        ? null
                                        : account.branchId().value())
                        .param("emailHash", hashes.of(account.email().value(), EMAIL))
                        .param("email", cipher.encrypt(account.email().value(), EMAIL, id))
                        .param("name", cipher.encrypt(account.name(), NAME, id))
                        .param("phone", account.phone() == null ? null : cipher.encrypt(account.phone(), PHONE, id))
                        .param("passwordHash", passwordHash)
                        .param("createdAt", Timestamp.from(account.createdAt()))
                        .update()
                == 1;
    }

    Optional<Secret> secretOf(EmailAddress email) {
        return jdbc.sql("select user_id, role, status, password_hash from account where email_hash = ?")
                .param(hashes.of(email.value(), EMAIL))
                .query((row, number) -> new Secret(
                        new UserId(row.getString("user_id")),
                        Role.valueOf(row.getString("role")),
                        UserStatus.valueOf(row.getString("status")),
                        row.getString("password_hash")))
                .optional();
    }

    Optional<Account> find(UserId id) {
        return jdbc.sql("select * from account where user_id = ?")
                .param(id.value())
                .query((row, number) -> account(row))
                .optional();
    }

    boolean has(Role role) {
        return jdbc.sql("select exists (select from account where role = ?)")
                .param(role.name())
                .query(Boolean.class)
                .single();
    }

    private Account account(ResultSet row) throws SQLException {
        String id = row.getString("user_id");
        @Nullable String branch = row.getString("branch_id");
        byte @Nullable [] phone = row.getBytes("phone");
        return new Account(
                new UserId(id),
                Role.valueOf(row.getString("role")),
                UserStatus.valueOf(row.getString("status")),
                row.getString("alias"),
                branch == null ? null : new BranchId(branch),
                new EmailAddress(cipher.decrypt(row.getBytes("email"), EMAIL, id)),
                cipher.decrypt(row.getBytes("name"), NAME, id),
                phone == null ? null : cipher.decrypt(phone, PHONE, id),
                row.getTimestamp("created_at").toInstant());
    }
}
