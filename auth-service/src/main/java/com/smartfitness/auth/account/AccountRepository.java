package com.smartfitness.auth.account;

import com.smartfitness.auth.encryption.Column;
import com.smartfitness.auth.encryption.DataKeys;
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
    private static final Column CARD = new Column("account", "card");
    private static final Column CARD_LAST_FOUR = new Column("account", "card_last_four");

    private final JdbcClient jdbc;
    private final DataKeys keys;
    private final LookupHash hashes;

    AccountRepository(JdbcClient jdbc, DataKeys keys, LookupHash hashes) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.hashes = hashes;
    }

    /** What decides whether somebody may sign in. */
    record Secret(UserId id, Role role, UserStatus status, String passwordHash, long generation) {

        SignedIn signedIn() {
            return new SignedIn(id, role, generation);
        }

        @Override
        public String toString() {
            return "the secret of " + id.value();
        }
    }

    /** Adds the account, with a key of its own; false where its e-mail has another one. */
    boolean add(Account account, String passwordHash, @Nullable CardMark card) {
        String id = account.id().value();
        FieldCipher cipher = keys.create(id);
        return jdbc.sql("""
                        insert into account (user_id, role, status, alias, branch_id, card_hash, card_last_four,
                            email_hash, email, name, phone,
                            password_hash, created_at)
                        values (:id, :role, :status, :alias, :branch, :cardHash, :cardLastFour,
                            :emailHash, :email, :name, :phone,
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
                        .param("cardHash", card == null ? null : hashes.of(card.number(), CARD))
                        .param("cardLastFour", encrypted(cipher, account.cardLastFour(), CARD_LAST_FOUR, id))
                        .param("emailHash", hashes.of(account.email().value(), EMAIL))
                        .param("email", cipher.encrypt(account.email().value(), EMAIL, id))
                        .param("name", cipher.encrypt(account.name(), NAME, id))
                        .param("phone", encrypted(cipher, account.phone(), PHONE, id))
                        .param("passwordHash", passwordHash)
                        .param("createdAt", Timestamp.from(account.createdAt()))
                        .update()
                == 1;
    }

    Optional<Secret> secretOf(EmailAddress email) {
        return secret("email_hash", hashes.of(email.value(), EMAIL));
    }

    Optional<Secret> secretOf(UserId user) {
        return secret("user_id", user.value());
    }

    private Optional<Secret> secret(String column, Object value) {
        return jdbc.sql("select user_id, role, status, password_hash, token_generation from account where %s = ?"
                        .formatted(column))
                .param(value)
                .query((row, number) -> new Secret(
                        new UserId(row.getString("user_id")),
                        Role.valueOf(row.getString("role")),
                        UserStatus.valueOf(row.getString("status")),
                        row.getString("password_hash"),
                        row.getLong("token_generation")))
                .optional();
    }

    /** Keeps others from changing the account until the transaction ends. */
    void lock(UserId user) {
        jdbc.sql("select from account where user_id = ? for update")
                .param(user.value())
                .query(row -> {});
    }

    /** Stores what may change of an account. */
    void update(Account account) {
        String id = account.id().value();
        FieldCipher cipher = keys.of(id);
        jdbc.sql(
                        "update account set status = :status, alias = :alias, name = :name, phone = :phone where user_id = :id")
                .param("status", account.status().name())
                .param("alias", account.alias())
                .param("name", cipher.encrypt(account.name(), NAME, id))
                .param("phone", encrypted(cipher, account.phone(), PHONE, id))
                .param("id", id)
                .update();
    }

    /** Stores what is personal under a new key. */
    void reencrypt(Account account) {
        String id = account.id().value();
        FieldCipher cipher = keys.create(id);
        jdbc.sql("""
                        update account set email = :email, name = :name, phone = :phone, card_last_four = :cardLastFour
                        where user_id = :id""")
                .param("email", cipher.encrypt(account.email().value(), EMAIL, id))
                .param("name", cipher.encrypt(account.name(), NAME, id))
                .param("phone", encrypted(cipher, account.phone(), PHONE, id))
                .param("cardLastFour", encrypted(cipher, account.cardLastFour(), CARD_LAST_FOUR, id))
                .param("id", id)
                .update();
    }

    void setPassword(UserId user, String passwordHash) {
        jdbc.sql("update account set password_hash = :passwordHash where user_id = :id")
                .param("passwordHash", passwordHash)
                .param("id", user.value())
                .update();
    }

    /** Removes the account, and the key without which no copy of it can be read. */
    void delete(UserId user) {
        keys.destroy(user.value());
        jdbc.sql("delete from account where user_id = ?").param(user.value()).update();
    }

    Optional<Account> find(UserId id) {
        // One statement: between two of them the key could be replaced.
        return jdbc.sql("""
                        select account.*, wrapped from account left join keyring.data_key using (user_id)
                        where user_id = ?""")
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
        FieldCipher cipher = keys.of(id, row.getBytes("wrapped"));
        @Nullable String branch = row.getString("branch_id");
        return new Account(
                new UserId(id),
                Role.valueOf(row.getString("role")),
                UserStatus.valueOf(row.getString("status")),
                row.getString("alias"),
                branch == null ? null : new BranchId(branch),
                new EmailAddress(cipher.decrypt(row.getBytes("email"), EMAIL, id)),
                cipher.decrypt(row.getBytes("name"), NAME, id),
                decrypted(cipher, row.getBytes("phone"), PHONE, id),
                decrypted(cipher, row.getBytes("card_last_four"), CARD_LAST_FOUR, id),
                row.getTimestamp("created_at").toInstant());
    }

    private static byte @Nullable [] encrypted(FieldCipher cipher, @Nullable String text, Column column, String id) {
        return text == null ? null : cipher.encrypt(text, column, id);
    }

    private static @Nullable String decrypted(FieldCipher cipher, byte @Nullable [] stored, Column column, String id) {
        return stored == null ? null : cipher.decrypt(stored, column, id);
    }
}
