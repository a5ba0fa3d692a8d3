package com.smartfitness.gateway.relay;

import com.smartfitness.gateway.route.GatewayProperties;
import java.net.http.HttpClient;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ServiceClientConfiguration {

    /** It repeats a request over a connection that turns out to be closed where repeating is harmless: GET and HEAD. */
    @Bean
    HttpClient serviceClient(GatewayProperties properties) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.timeouts().connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }
}
