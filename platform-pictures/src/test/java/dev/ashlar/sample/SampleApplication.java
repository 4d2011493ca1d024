package dev.ashlar.sample;

import dev.ashlar.pictures.PictureFolder;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The smallest service with pictures. */
@SpringBootApplication
class SampleApplication {

    @Bean
    PictureFolder samplePictures() {
        return new PictureFolder("samples", "samples", "image_url");
    }
}
