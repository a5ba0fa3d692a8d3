package com.smartfitness.defaults.trace;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** Before everything else, so that whoever refuses a request names it too. */
@AutoConfiguration
class TraceAutoConfiguration {

    @Bean
    FilterRegistrationBean<TraceFilter> trace() {
        FilterRegistrationBean<TraceFilter> registration = new FilterRegistrationBean<>(new TraceFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
