package dev.ashlar.chassis.security;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import dev.ashlar.chassis.web.Problems;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
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
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Denies, then allows: what neither a service's rules nor the health endpoints open needs a live session (ADR 10). */
@AutoConfiguration(before = UserDetailsServiceAutoConfiguration.class)
@EnableConfigurationProperties(TokenProperties.class)
class SecurityConfiguration {

    private static final Pattern HEADER_VALUE = Pattern.compile("[\\t\\x20-\\x7E\\x80-\\xFF]*");

    @Bean
    SessionTokens sessionTokens(StringRedisTemplate sessionRedis, TokenProperties properties, Clock clock,
            JsonMapper json) {
        var decoder = AccessTokenDecoder.create(new SigningKeys(sessionRedis, clock), properties, clock);
        return new SessionTokens(decoder, new Sessions(sessionRedis, json));
    }

    /**
     * The management port is reachable for operators only, by the network: nothing of it is routed by the gateway. It is open, so it
     * must not be the port of the API as well.
     */
    @Bean
    @Order(1)
    SecurityFilterChain managementPort(HttpSecurity http, Environment environment) throws Exception {
        if (ManagementPortType.get(environment) == ManagementPortType.SAME) {
            throw new InvalidConfigurationPropertyValueException("management.server.port",
                    environment.getProperty("management.server.port"), "It must not be server.port, too.");
        }
        return stateless(http)
                .securityMatcher(request -> Integer.toString(request.getLocalPort())
                        .equals(environment.getProperty("local.management.port")))
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

    /** Liveness touches no dependency, not even for a caller who sends a token along. */
    @Bean
    OpenPaths healthPaths() {
        return new OpenPaths(new OrRequestMatcher(pathPattern("/health"), pathPattern("/health/ready")));
    }

    @Bean
    @Order(2)
    SecurityFilterChain httpPort(HttpSecurity http, SessionTokens tokens, ObjectProvider<AccessRules> rules,
            ObjectProvider<OpenPaths> openPaths, ObjectProvider<Admission> admissions, Problems problems)
            throws Exception {
        var admission = admissions.getIfAvailable(() -> Admission.FREE);
        var refusals = new Refusals(problems, admission);
        var open = openPaths.orderedStream().toList();
        return stateless(http).authorizeHttpRequests(requests -> {
            requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.INCLUDE, DispatcherType.ASYNC)
                    .permitAll();
            open.forEach(paths -> requests.requestMatchers(paths.requests()).permitAll());
            requests.requestMatchers("/health/detailed").hasRole(CurrentUser.ADMIN);
            rules.orderedStream().forEach(rule -> rule.add(requests));
            requests.anyRequest().authenticated();
        }).addFilter(bearerTokens(tokens, open, refusals))
                .addFilterBefore(new AdmissionFilter(admission), AuthorizationFilter.class)
                .exceptionHandling(e -> e.authenticationEntryPoint(refusals).accessDeniedHandler(refusals)).build();
    }

    /**
     * Which methods there are is each resource's to say, with 405 and what it allows. A header's bytes above ASCII mean nothing by
     * themselves (RFC 9110, 5.5): read as Latin-1, which is how they come, many a letter in UTF-8 has a control character in it.
     */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        firewall.setAllowedHeaderValues(HEADER_VALUE.asMatchPredicate());
        return firewall;
    }

    /** Paths that could mean another one to somebody behind, and the like. */
    @Bean
    RequestRejectedHandler firewallRefusals(Problems problems) {
        return (request, response, _) -> problems.write(request, response, HttpStatus.BAD_REQUEST,
                "The path or a header is not in a form that is accepted.");
    }

    /**
     * By itself: {@code oauth2ResourceServer} adds a public page of metadata (RFC 9728) which repeats the {@code Host} and says
     * things of tokens that are not so.
     */
    private static BearerTokenAuthenticationFilter bearerTokens(SessionTokens tokens, List<OpenPaths> open,
            Refusals refusals) {
        var converter = new BearerTokenAuthenticationConverter();
        converter.setBearerTokenResolver(new BearerTokens(open));
        var filter = new BearerTokenAuthenticationFilter(new ProviderManager(tokens), converter);
        filter.setAuthenticationEntryPoint(refusals);
        return filter;
    }

    private static HttpSecurity stateless(HttpSecurity http) throws Exception {
        return http.sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable).formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable).logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable);
    }
}
