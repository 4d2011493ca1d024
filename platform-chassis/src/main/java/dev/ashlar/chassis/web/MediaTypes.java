package dev.ashlar.chassis.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Answers 406 before anything is done where the caller would not take the JSON that says what was done; where nothing is done, it is
 * noticed in time when the answer is written. Answers 415 where the body is said to be of any type at all.
 */
final class MediaTypes implements HandlerInterceptor {

    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotAcceptableException, HttpMediaTypeNotSupportedException {
        if (request.getDispatcherType() != DispatcherType.REQUEST || !(handler instanceof HandlerMethod method)) {
            return true;
        }
        if (read(request.getContentType()).stream().anyMatch(type -> !type.isConcrete())) {
            throw new HttpMediaTypeNotSupportedException("Content-Type names no type.",
                    List.of(MediaType.APPLICATION_JSON));
        }
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept != null && !method.isVoid() && !SAFE.contains(request.getMethod())
                && read(accept).stream().noneMatch(MediaTypes::allowsJson)) {
            throw new HttpMediaTypeNotAcceptableException(List.of(MediaType.APPLICATION_JSON));
        }
        return true;
    }

    private static boolean allowsJson(MediaType type) {
        return type.includes(MediaType.APPLICATION_JSON) && type.getQualityValue() > 0;
    }

    private static List<MediaType> read(@Nullable String header) {
        try {
            return MediaType.parseMediaTypes(header);
        } catch (InvalidMediaTypeException _) {
            return List.of();
        }
    }
}
