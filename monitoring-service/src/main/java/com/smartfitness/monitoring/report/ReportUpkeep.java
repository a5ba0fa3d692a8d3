package com.smartfitness.monitoring.report;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes the history's days before they come, drops those that are over, and forgets nonces whose proofs are too old. A
 * lock of the transaction keeps instances from doing so at the same time; doing it again changes nothing.
 */
@Component
class ReportUpkeep implements InitializingBean {

    private static final Logger log = LoggerFactory.getLogger(ReportUpkeep.class);
    private static final int DAYS_AHEAD = 7;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final String PARTITION = "report_history_";

    private final JdbcClient database;
    private final TransactionOperations transactions;
    private final ReportProperties properties;
    private final Clock clock;

    ReportUpkeep(JdbcClient database, TransactionOperations transactions, ReportProperties properties, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.properties = properties;
        this.clock = clock;
    }

    /** Before the first report is taken. */
    @Override
    public void afterPropertiesSet() {
        keepDays();
    }

    @Scheduled(fixedDelayString = "1h", initialDelayString = "1h")
    void keepDaysInTime() {
        orTryLater(this::keepDays);
    }

    @Scheduled(fixedDelayString = "30s", initialDelayString = "30s")
    void forgetNonces() {
        orTryLater(() -> database.sql("delete from used_nonce where expires_at < ?")
                .param(Timestamp.from(clock.instant()))
                .update());
    }

    private void keepDays() {
        transactions.executeWithoutResult(_ -> {
            database.sql("select pg_advisory_xact_lock(hashtext('report_history'))")
                    .query()
                    .singleRow();
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            String oldest = name(today.minusDays(properties.historyRetention().toDays()));
            for (String partition : partitions()) {
                if (partition.compareTo(oldest) < 0) {
                    database.sql("drop table " + partition).update();
                    log.info("Dropped {}, which is older than {}", partition, properties.historyRetention());
                }
            }
            for (int ahead = -1; ahead <= DAYS_AHEAD; ahead++) {
                make(today.plusDays(ahead));
            }
        });
    }

    private void make(LocalDate day) {
        database.sql("""
                        create table if not exists %s partition of report_history
                        for values from ('%s 00:00:00+00') to ('%s 00:00:00+00')
                        """.formatted(name(day), day, day.plusDays(1))).update();
    }

    private List<String> partitions() {
        return database.sql("""
                        select relname from pg_inherits join pg_class on oid = inhrelid
                        where inhparent = 'report_history'::regclass
                        """).query((row, _) -> row.getString(1)).list();
    }

    private static String name(LocalDate day) {
        return PARTITION + DAY.format(day);
    }

    private static void orTryLater(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException | TransactionException away) {
            log.info("The store cannot be tidied up at the moment: {}", away.toString());
        }
    }
}
