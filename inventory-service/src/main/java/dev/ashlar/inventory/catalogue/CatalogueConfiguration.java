package dev.ashlar.inventory.catalogue;

import dev.ashlar.messaging.Topic;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.type.format.jackson.Jackson3JsonFormatMapper;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

    @Bean
    Topic productsTopic() {
        return Topic.compacted(Catalogue.TOPIC);
    }

    /** Attributes are stored by the mapper that read them: numbers stay the decimals they were. */
    @Bean
    HibernatePropertiesCustomizer attributesAsJson(JsonMapper json) {
        return properties -> properties.put(MappingSettings.JSON_FORMAT_MAPPER, new Jackson3JsonFormatMapper(json));
    }
}
