package com.smartfitness.bench.bare;

import com.smartfitness.bench.workload.BranchWrites;
import com.smartfitness.bench.workload.SourceProgram;
import com.smartfitness.bench.workload.Tally;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Owns branches and tells nobody: what a service could commit if it had no events. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class BareSource {

    public static void main(String[] arguments) throws Exception {
        SourceProgram.run(SpringApplication.run(BareSource.class, arguments), () -> true);
    }

    @Bean
    Tally tally() {
        return new Tally();
    }

    @Bean
    BranchWrites branchWrites(JdbcTemplate jdbc, TransactionTemplate transaction) {
        return new BranchWrites(jdbc, transaction, (event, version, due) -> {});
    }
}
