package dev.ashlar.inventory.catalogue;

import dev.ashlar.pictures.PictureFolder;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.type.format.jackson.Jackson3JsonFormatMapper;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

    @Bean
    PictureFolder productPictures() {
        return new PictureFolder("products", "products", "image_url");
    }

    /** Hibernate stores attributes with the service's own mapper, which keeps the digits of decimal numbers. */
    @Bean
    HibernatePropertiesCustomizer attributesAsJson(JsonMapper json) {
        return properties -> properties.put(MappingSettings.JSON_FORMAT_MAPPER, new Jackson3JsonFormatMapper(json));
    }
}
