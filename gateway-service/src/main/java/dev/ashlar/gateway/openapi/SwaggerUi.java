package dev.ashlar.gateway.openapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Serves Swagger UI from its jar. The page loads nothing from other hosts. */
@Configuration(proxyBeanMethods = false)
class SwaggerUi implements WebMvcConfigurer {

    private final String version;

    SwaggerUi(@Value("${ashlar.swagger-ui.version}") String version) {
        this.version = version;
    }

    /** The project's own folder is first, because its initializer replaces the one of the jar, which shows a sample API. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/swagger-ui/*")
                .addResourceLocations("classpath:/swagger-ui/",
                        "classpath:/META-INF/resources/webjars/swagger-ui/" + version + "/")
                .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AllowOwnAssets()).addPathPatterns("/swagger-ui/*");
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/swagger-ui/").setViewName("forward:/swagger-ui/index.html");
    }

    /** An explicit redirect, because the container would build an absolute location from the Host header. */
    @Bean
    RouterFunction<ServerResponse> withSlash() {
        return RouterFunctions.route()
                .GET("/swagger-ui", _ -> ServerResponse.permanentRedirect(URI.create("/swagger-ui/")).build()).build();
    }

    /** Allows the page to load assets of this host. The chassis allows the API's responses to load nothing. */
    private static final class AllowOwnAssets implements HandlerInterceptor {

        private static final String POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'";

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            response.setHeader("Content-Security-Policy", POLICY);
            return true;
        }
    }
}
