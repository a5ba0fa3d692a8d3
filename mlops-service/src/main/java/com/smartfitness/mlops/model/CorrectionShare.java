package com.smartfitness.mlops.model;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Watches how often owners disagree with the laundry model in use: the first sign that photos have changed. */
@Component
class CorrectionShare implements MeterBinder {

    private final JdbcClient jdbc;

    CorrectionShare(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("mlops.corrections.share", this, CorrectionShare::ofTheModelInUse)
                .description("Share of its last 200 confirmed judgements that owners have corrected")
                .register(registry);
    }

    /** Not a number before anything that it has judged is confirmed. */
    private double ofTheModelInUse() {
        Double share = jdbc.sql("""
                select avg((corrected_result is distinct from ai_result)::int)::double precision from (
                    select t.corrected_result, t.ai_result
                    from training_task t join deployment d on d.version = t.model_version
                    where d.model_type = 'LAUNDRY' and t.corrected_result is not null
                    order by t.confirmed_at desc nulls last limit 200) latest
                """).query(Double.class).optional().orElse(null);
        return share == null ? Double.NaN : share;
    }
}
