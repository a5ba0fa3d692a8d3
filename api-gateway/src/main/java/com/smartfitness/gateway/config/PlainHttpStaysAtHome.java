package com.smartfitness.gateway.config;

import java.net.InetAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/** Without a certificate the gateway is for development: it listens on the loopback interface, whatever was set. */
@Component
final class PlainHttpStaysAtHome implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    private static final Logger log = LoggerFactory.getLogger(PlainHttpStaysAtHome.class);

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        if (!Ssl.isEnabled(server.getSsl())) {
            log.warn("No certificate is configured (server.ssl.bundle): plain HTTP, on the loopback interface alone");
            server.setAddress(InetAddress.getLoopbackAddress());
        }
    }

    /** After the settings of the environment. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
