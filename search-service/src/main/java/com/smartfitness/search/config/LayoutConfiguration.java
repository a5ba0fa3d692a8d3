package com.smartfitness.search.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.smartfitness.replication.elasticsearch.DocumentLayout;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/**
 * How documents are analysed and searched: a file each, named as the kind of aggregate or the replica's table. A layout
 * that changes gets the next revision.
 */
@Configuration(proxyBeanMethods = false)
class LayoutConfiguration {

    @Bean
    DocumentLayout branchLayout() {
        return layout("known_branch", 1);
    }

    @Bean
    DocumentLayout reviewLayout() {
        return layout("review", 1);
    }

    @Bean
    DocumentLayout visitLayout() {
        return layout("visit", 1);
    }

    @Bean
    DocumentLayout erasureLayout() {
        return layout("erasure", 2);
    }

    @Bean
    DocumentLayout preferenceLayout() {
        return layout("preference", 1);
    }

    @Bean
    DocumentLayout branchPreferenceLayout() {
        return layout("branch-preference", 1);
    }

    private static DocumentLayout layout(String name, int revision) {
        try {
            return new DocumentLayout(
                    name,
                    revision,
                    new ClassPathResource("com/smartfitness/search/%s.json".formatted(name)).getContentAsString(UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("This build lacks the layout " + name, e);
        }
    }
}
