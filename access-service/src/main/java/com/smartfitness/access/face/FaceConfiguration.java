package com.smartfitness.access.face;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.smartfitness.defaults.encryption.KeySetSource;
import java.security.GeneralSecurityException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FaceConfiguration {

    /** What protects everything secret that this service stores. */
    @Bean
    Aead serviceKeys(FaceProperties properties) throws GeneralSecurityException {
        AeadConfig.register();
        return new KeySetSource("faces.keyset", properties.keyset(), properties.keysetFile())
                .load(PredefinedAeadParameters.AES256_GCM)
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> forgottenBodies() {
        return tomcat -> tomcat.addEngineValves(new ForgottenBodies());
    }

    @Bean
    @ConditionalOnMissingBean
    SpoofCheck trustingSpoofCheck() {
        return photo -> true;
    }

    @Bean
    FaceCipher faceCipher(Aead serviceKeys) {
        return new FaceCipher(serviceKeys);
    }
}
