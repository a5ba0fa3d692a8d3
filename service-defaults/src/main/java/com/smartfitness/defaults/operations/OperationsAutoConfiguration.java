package com.smartfitness.defaults.operations;

import com.smartfitness.replication.report.StoreReports;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.context.annotation.Bean;

/** Before replication, which tells what is found out here. */
@AutoConfiguration
class OperationsAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    StoreReports storeReports(ObjectProvider<HealthContributorRegistry> health, ObjectProvider<DataSource> database) {
        // Health is asked for late: its parts need what replication makes.
        Supplier<@Nullable HealthContributors> all = health::getIfAvailable;
        DataSource source = database.getIfAvailable();
        return new HealthOfStores(all, source == null ? () -> null : new DatabaseVersion(source));
    }
}
