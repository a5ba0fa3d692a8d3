package com.smartfitness.defaults.device;

import com.smartfitness.defaults.problem.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Signed requests, for services that know devices' keys. */
@AutoConfiguration
@ConditionalOnBean(DeviceKeys.class)
@EnableConfigurationProperties(DeviceProperties.class)
class DeviceAutoConfiguration {

    @Bean
    SignedRequestFilter signedRequestFilter(DeviceProperties properties, Problems problems) {
        return new SignedRequestFilter(properties, problems);
    }

    @Bean
    WebMvcConfigurer deviceProofs(DeviceKeys keys, DeviceProperties properties, MeterRegistry meters, Clock clock) {
        // Not a parameter of its own: the header is described where it is wanted.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(DeviceProof.class);
        DeviceProofVerifier verifier = new DeviceProofVerifier(keys, properties, clock);
        Timer time = Timer.builder("device.proof")
                .description("Time that verifying a device's signature takes")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new DeviceProofArgument(verifier, time));
            }
        };
    }
}
