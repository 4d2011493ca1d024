package dev.ashlar.pictures.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import dev.ashlar.chassis.security.OpenPaths;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/** The HTTP interface. Anyone may read pictures. */
@AutoConfiguration(beforeName = "dev.ashlar.chassis.security.SecurityConfiguration")
@Import({MediaController.class, PictureProblems.class})
class PicturesWebConfiguration {

    @Bean
    OpenPaths mediaPaths() {
        return new OpenPaths(new OrRequestMatcher(pathPattern(GET, "/media/**"), pathPattern(HEAD, "/media/**")));
    }
}
