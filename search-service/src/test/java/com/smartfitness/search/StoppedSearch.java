package com.smartfitness.search;

import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.transport.ElasticsearchTransport;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * The service as another instance, which stands still after it has written something, and says so on standard output, so
 * that a test can kill it there. {@code stop.index} and {@code stop.text} say where and what is written.
 */
final class StoppedSearch {

    static final String STOPPED = "STOPPED";

    private StoppedSearch() {}

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(SearchApplication.class, StopPoint.class).run(arguments);
    }

    /** Around the way to the store. */
    static final class StopPoint implements BeanPostProcessor {

        private final String index;
        private final String text;

        StopPoint(@Value("${stop.index}") String index, @Value("${stop.text}") String text) {
            this.index = index;
            this.text = text;
        }

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (!(bean instanceof ElasticsearchTransport transport)) {
                return bean;
            }
            return Proxy.newProxyInstance(
                    transport.getClass().getClassLoader(),
                    new Class<?>[] {ElasticsearchTransport.class},
                    (_, method, given) -> {
                        try {
                            Object answer = method.invoke(transport, given);
                            if (given != null && given[0] instanceof BulkRequest bulk && isThere(bulk)) {
                                standStill();
                            }
                            return answer;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        private boolean isThere(BulkRequest bulk) {
            return bulk.operations().stream()
                    .anyMatch(write -> write.isIndex()
                            ? isThere(write.index().index(), write.index().document())
                            : write.isCreate()
                                    && isThere(
                                            write.create().index(),
                                            write.create().document()));
        }

        private boolean isThere(@Nullable String written, Object document) {
            return written != null
                    && written.startsWith(index)
                    && document.toString().contains(text);
        }

        private static void standStill() {
            System.out.println(STOPPED);
            while (true) {
                LockSupport.park();
            }
        }
    }
}
