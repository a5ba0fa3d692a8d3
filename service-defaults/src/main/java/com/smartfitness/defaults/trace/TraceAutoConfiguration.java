package com.smartfitness.defaults.trace;

import com.smartfitness.replication.autoconfigure.ReplicationAutoConfiguration;
import com.smartfitness.replication.trace.Traces;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Before everything else, so that whoever refuses a request names it too. */
@AutoConfiguration(before = ReplicationAutoConfiguration.class)
class TraceAutoConfiguration {

    @Bean
    FilterRegistrationBean<TraceFilter> trace(Traces traces) {
        FilterRegistrationBean<TraceFilter> registration = new FilterRegistrationBean<>(new TraceFilter(traces));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** OpenTelemetry, of which nothing is loaded where nothing is to be recorded. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("fleet.tracing.endpoint")
    @EnableConfigurationProperties(TracingProperties.class)
    static class Recording {

        @Bean
        RecordedTraces traces(TracingProperties properties, @Value("${spring.application.name}") String service) {
            OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                    .setEndpoint(properties.endpoint())
                    .build();
            return new RecordedTraces(SdkTracerProvider.builder()
                    .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), service)))
                    .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(properties.ratio())))
                    .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                    .build());
        }
    }
}
