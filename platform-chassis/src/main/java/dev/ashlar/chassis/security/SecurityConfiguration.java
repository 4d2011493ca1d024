package dev.ashlar.chassis.security;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.ashlar.chassis.web.Problems;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Every request needs a live session, unless a rule of the service or a health endpoint allows it without one (ADR 10). */
@AutoConfiguration(before = UserDetailsServiceAutoConfiguration.class)
@EnableConfigurationProperties(TokenProperties.class)
class SecurityConfiguration {

    @Bean
    AccessTokenAuthenticator accessTokenAuthenticator(StringRedisTemplate sessionRedis, TokenProperties properties,
            Clock clock, JsonMapper json) {
        var keys = new RedisJwkSource(sessionRedis, clock);
        var verifier = new TokenVerifier(AccessTokenDecoder.create(keys, properties, clock));
        return new AccessTokenAuthenticator(new VerifiedTokens(verifier, keys, clock, Ticker.systemTicker()),
                sessionRedis, json);
    }

    /**
     * The management port needs no token, so it must differ from the port of the API. The gateway does not route to it, and the
     * network lets operators reach it only.
     */
    @Bean
    @Order(1)
    SecurityFilterChain managementPort(HttpSecurity http, Environment environment) throws Exception {
        if (ManagementPortType.get(environment) == ManagementPortType.SAME) {
            throw new InvalidConfigurationPropertyValueException("management.server.port",
                    environment.getProperty("management.server.port"), "It must differ from server.port.");
        }
        return stateless(http)
                .securityMatcher(new ManagementPort(environment))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll()).build();
    }

    @Bean
    WebMvcConfigurer adminActions() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new AdminActions());
            }
        };
    }

    /** Liveness must not depend on Redis, so it ignores a token. */
    @Bean
    OpenPaths healthPaths() {
        return new OpenPaths(new OrRequestMatcher(pathPattern("/health"), pathPattern("/health/ready")));
    }

    @Bean
    @Order(2)
    SecurityFilterChain httpPort(HttpSecurity http, AccessTokenAuthenticator tokens, ObjectProvider<AccessRules> rules,
            ObjectProvider<OpenPaths> openPaths, ObjectProvider<Admission> admissions, Problems problems)
            throws Exception {
        var admission = admissions.getIfAvailable(() -> Admission.FREE);
        var securityProblems = new SecurityProblems(problems, admission);
        var open = openPaths.orderedStream().toList();
        return stateless(http).authorizeHttpRequests(requests -> {
            requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.INCLUDE, DispatcherType.ASYNC)
                    .permitAll();
            open.forEach(paths -> requests.requestMatchers(paths.requests()).permitAll());
            requests.requestMatchers("/health/detailed").hasRole(CurrentUser.ADMIN);
            rules.orderedStream().forEach(rule -> rule.add(requests));
            requests.anyRequest().authenticated();
        }).addFilter(bearerTokens(tokens, open, securityProblems))
                .addFilterBefore(new AdmissionFilter(admission), AuthorizationFilter.class)
                .exceptionHandling(e -> e.authenticationEntryPoint(securityProblems)
                        .accessDeniedHandler(securityProblems))
                .build();
    }

    @Bean
    HttpFirewall firewall() {
        return RequestFirewall.create();
    }

    /** One server span describes a request. An observation for each filter costs more than the filters (ADR 53). */
    @Bean
    SecurityObservationSettings noObservationOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** Refuses, for example, a path that another server could read as a different path. */
    @Bean
    RequestRejectedHandler firewallRefusals(Problems problems) {
        return (request, response, _) -> problems.write(request, response, HttpStatus.BAD_REQUEST,
                "The path or a header has a form that is not accepted.");
    }

    /** Replaces {@code oauth2ResourceServer}, whose public metadata (RFC 9728) repeats the {@code Host} header and is wrong here. */
    private static BearerTokenAuthenticationFilter bearerTokens(AccessTokenAuthenticator tokens, List<OpenPaths> open,
            SecurityProblems problems) {
        var converter = new BearerTokenAuthenticationConverter();
        converter.setBearerTokenResolver(new BearerTokens(open));
        var filter = new BearerTokenAuthenticationFilter(new ProviderManager(tokens), converter);
        filter.setAuthenticationEntryPoint(problems);
        return filter;
    }

    /** Without the filters for sessions of the servlet container, and with a request cache that creates no such session. */
    private static HttpSecurity stateless(HttpSecurity http) throws Exception {
        http.setSharedObject(RequestCache.class, new NullRequestCache());
        return http.sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(c -> c.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .headers(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable).formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable).logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable);
    }
}
