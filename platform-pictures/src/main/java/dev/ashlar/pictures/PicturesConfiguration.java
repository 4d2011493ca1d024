package dev.ashlar.pictures;

import dev.ashlar.chassis.health.HealthCheck;
import dev.ashlar.chassis.retention.RetentionRule;
import dev.ashlar.pictures.image.Renderer;
import dev.ashlar.pictures.storage.ObjectStorage;
import dev.ashlar.pictures.storage.StorageProperties;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** For a service that declares a {@link PictureFolder}. */
@AutoConfiguration(beforeName = {"dev.ashlar.chassis.health.HealthConfiguration",
        "dev.ashlar.chassis.retention.RetentionConfiguration"})
@EnableConfigurationProperties(StorageProperties.class)
class PicturesConfiguration {

    @Bean
    ObjectStorage objectStorage(StorageProperties properties) {
        return new ObjectStorage(properties);
    }

    @Bean
    Renderer pictureRenderer() {
        return new Renderer();
    }

    @Bean
    Pictures pictures(PictureFolder folder, Renderer renderer, ObjectStorage storage, JdbcClient jdbc, Clock clock) {
        return new Pictures(folder, renderer, new PictureTable(jdbc, clock), storage);
    }

    @Bean
    RetentionRule pictureRetention(PictureFolder folder, ObjectStorage storage, TransactionTemplate transactions,
            @Value("${ashlar.pictures.retention}") Duration retention) {
        return new PictureRetention(folder, storage, transactions, retention);
    }

    /** Optional: a service that can't read or store pictures does everything else. */
    @Bean
    HealthCheck storageHealthCheck(ObjectStorage storage) {
        return HealthCheck.optional("storage", storage::check);
    }
}
