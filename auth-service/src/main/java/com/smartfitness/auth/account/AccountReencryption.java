package com.smartfitness.auth.account;

import com.smartfitness.auth.encryption.FieldCipher;
import com.smartfitness.auth.encryption.Reencryption;
import com.smartfitness.auth.encryption.UnreadableFieldException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives accounts new keys of their own, under the newest key of the service. */
@Component
class AccountReencryption implements Reencryption {

    private static final Logger log = LoggerFactory.getLogger(AccountReencryption.class);
    private static final int PAGE = 200;
    private static final String OUTDATED = """
            from account left join keyring.data_key using (user_id)
            where (wrapped is null or substring(wrapped from 1 for 5) <> :prefix)""";

    private final AccountRepository accounts;
    private final FieldCipher cipher;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    AccountReencryption(
            AccountRepository accounts, FieldCipher cipher, JdbcClient jdbc, TransactionTemplate transactions) {
        this.accounts = accounts;
        this.cipher = cipher;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public long remaining() {
        return jdbc.sql("select count(*) " + OUTDATED)
                .param("prefix", cipher.prefix())
                .query(Long.class)
                .single();
    }

    @Override
    public void run() {
        String last = "";
        for (List<String> page = after(last); !page.isEmpty(); page = after(last)) {
            page.forEach(this::reencrypt);
            last = page.getLast();
        }
    }

    private List<String> after(String last) {
        return jdbc.sql("select user_id " + OUTDATED + " and user_id > :last order by user_id limit :page")
                .param("prefix", cipher.prefix())
                .param("last", last)
                .param("page", PAGE)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private void reencrypt(String userId) {
        try {
            transactions.executeWithoutResult(transaction -> {
                UserId user = new UserId(userId);
                accounts.lock(user);
                accounts.find(user).ifPresent(accounts::reencrypt);
            });
        } catch (UnreadableFieldException e) {
            // It stays as it is, and counts as remaining; the others must not wait for it.
            log.error("{} cannot be encrypted anew", userId, e);
        }
    }
}
