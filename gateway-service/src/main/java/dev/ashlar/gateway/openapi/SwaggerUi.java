package dev.ashlar.gateway.openapi;

import java.net.URI;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** The page of the API, from the jar: it loads nothing from elsewhere. */
@Configuration(proxyBeanMethods = false)
class SwaggerUi implements WebMvcConfigurer {

    private final String version;

    SwaggerUi(@Value("${ashlar.swagger-ui.version}") String version) {
        this.version = version;
    }

    /** The folder of this project comes first: its initializer takes the place of the jar's, which shows a foreign API. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/swagger-ui/*")
                .addResourceLocations("classpath:/swagger-ui/",
                        "classpath:/META-INF/resources/webjars/swagger-ui/" + version + "/")
                .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new OwnAssetsOnly()).addPathPatterns("/swagger-ui/*");
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/swagger-ui/").setViewName("forward:/swagger-ui/index.html");
    }

    /** By hand, since the container would make the location absolute from the Host header. */
    @Bean
    RouterFunction<ServerResponse> withSlash() {
        return RouterFunctions.route()
                .GET("/swagger-ui", _ -> ServerResponse.permanentRedirect(URI.create("/swagger-ui/")).build()).build();
    }
}
