package dev.ashlar.user.account;

import dev.ashlar.pictures.PictureFolder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AvatarConfiguration {

    @Bean
    PictureFolder avatars() {
        return new PictureFolder("profiles", "users", "avatar_url");
    }
}
