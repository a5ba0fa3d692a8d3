package com.smartfitness.defaults.security;

import com.smartfitness.defaults.problem.Problems;
import com.smartfitness.events.Role;
import com.smartfitness.replication.autoconfigure.ReplicationAutoConfiguration;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Every route needs an access token, apart from those that the service opens; roles are asked for by its controllers. */
@AutoConfiguration(
        before = ReplicationAutoConfiguration.class,
        beforeName = {
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration"
        })
@EnableMethodSecurity
@EnableConfigurationProperties(SecurityDefaults.class)
@Import({PostgresSecurityConfiguration.class, FileSecurityConfiguration.class})
class SecurityAutoConfiguration {

    /** The service's private network alone reaches these; the gateway leads to none of them. */
    private static final String[] OPERATIONS = {"/actuator/**", "/v3/api-docs/**"};

    @Bean
    SecurityFilterChain routes(HttpSecurity http, SecurityDefaults defaults, Problems problems) {
        SecurityProblemWriter writer = new SecurityProblemWriter(problems);
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(routes -> {
                    routes.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                            .permitAll();
                    routes.requestMatchers(OPERATIONS).permitAll();
                    for (String route : defaults.publicRoutes()) {
                        String[] parts = route.split(" ", 2);
                        routes.requestMatchers(HttpMethod.valueOf(parts[0]), parts[1])
                                .permitAll();
                    }
                    routes.requestMatchers("/api/v1/replication/**").hasRole(Role.OPERATOR.name());
                    routes.anyRequest().authenticated();
                })
                .oauth2ResourceServer(tokens -> tokens.authenticationEntryPoint(writer)
                        .accessDeniedHandler(writer)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(roles()))
                        .withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                            @Override
                            public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                                filter.setAuthenticationFailureHandler(writer);
                                return filter;
                            }
                        }))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(writer).accessDeniedHandler(writer))
                .build();
    }

    @Bean
    TokenTrust tokenTrust(SigningKeyStore keys, RevocationStore revocations, Clock clock) {
        return new TokenTrust(keys, revocations, clock);
    }

    @Bean
    JwtDecoder accessTokenDecoder(TokenTrust trust, Clock clock) {
        return new AccessTokenDecoder(trust, clock);
    }

    /** Stores cannot keep control characters, and no parameter of this fleet has any. */
    @Bean
    StrictHttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.chars().noneMatch(Character::isISOControl));
        return firewall;
    }

    /** An observation of every filter of every request costs more than it tells; the request's own stays. */
    @Bean
    SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    WebMvcConfigurer callers() {
        // No parameter: the caller comes with the token, which every operation needs anyway.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument());
            }
        };
    }

    private static JwtAuthenticationConverter roles() {
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(
                jwt -> List.of(new SimpleGrantedAuthority("ROLE_" + jwt.getClaimAsString(AccessTokenFormat.ROLE))));
        return converter;
    }
}
