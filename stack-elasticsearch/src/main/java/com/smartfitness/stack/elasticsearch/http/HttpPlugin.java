package com.smartfitness.stack.elasticsearch.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.elasticsearch.common.network.NetworkService;
import org.elasticsearch.common.settings.ClusterSettings;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.common.util.BigArrays;
import org.elasticsearch.common.util.PageCacheRecycler;
import org.elasticsearch.common.util.concurrent.ThreadContext;
import org.elasticsearch.http.HttpPreRequest;
import org.elasticsearch.http.HttpServerTransport;
import org.elasticsearch.http.netty4.Netty4HttpServerTransport;
import org.elasticsearch.indices.breaker.CircuitBreakerService;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.telemetry.TelemetryProvider;
import org.elasticsearch.threadpool.ThreadPool;
import org.elasticsearch.transport.netty4.Netty4Plugin;
import org.elasticsearch.transport.netty4.SharedGroupFactory;
import org.elasticsearch.transport.netty4.TLSConfig;
import org.elasticsearch.xcontent.NamedXContentRegistry;

/** Elasticsearch's own HTTP, with TLS alone if {@code server.p12} lies beside the node's configuration. */
public final class HttpPlugin extends Netty4Plugin {

    /** It has to be something; who may read the file is what protects it. */
    private static final char[] PASSWORD = "unprotected".toCharArray();

    private final Path keyStore;

    /** Called by Elasticsearch, which gives plugins the folder of the configuration beside its settings. */
    public HttpPlugin(Settings settings, Path configuration) {
        this.keyStore = configuration.resolve("server.p12");
    }

    @Override
    public Map<String, Supplier<HttpServerTransport>> getHttpTransports(
            Settings settings,
            ThreadPool threads,
            BigArrays arrays,
            PageCacheRecycler pages,
            CircuitBreakerService breakers,
            NamedXContentRegistry registry,
            NetworkService network,
            HttpServerTransport.Dispatcher dispatcher,
            BiConsumer<HttpPreRequest, ThreadContext> perRequest,
            ClusterSettings clusterSettings,
            TelemetryProvider telemetry) {
        if (!Files.exists(keyStore)) {
            return super.getHttpTransports(
                    settings,
                    threads,
                    arrays,
                    pages,
                    breakers,
                    registry,
                    network,
                    dispatcher,
                    perRequest,
                    clusterSettings,
                    telemetry);
        }
        SSLContext context = context();
        return Map.of(
                NETTY_HTTP_TRANSPORT_NAME,
                () ->
                        new Netty4HttpServerTransport(
                                settings,
                                network,
                                threads,
                                registry,
                                dispatcher,
                                clusterSettings,
                                new SharedGroupFactory(settings),
                                telemetry,
                                new TLSConfig((host, port) -> engine(context)),
                                null,
                                null) {
                            @Override
                            protected void populatePerRequestThreadContext(RestRequest request, ThreadContext thread) {
                                perRequest.accept(request.getHttpRequest(), thread);
                            }
                        });
    }

    private SSLContext context() {
        try (InputStream content = Files.newInputStream(keyStore)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(content, PASSWORD);
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(keyStore + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static SSLEngine engine(SSLContext context) {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        return engine;
    }
}
