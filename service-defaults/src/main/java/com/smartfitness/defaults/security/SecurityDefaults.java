package com.smartfitness.defaults.security;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a service opens to callers without a token.
 *
 * @param publicRoutes each a method and a path pattern, e.g. {@code POST /api/v1/tokens}
 */
@ConfigurationProperties("fleet.security")
record SecurityDefaults(@DefaultValue List<String> publicRoutes) {}
