package dev.ashlar.chassis.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.MalformedInputException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractJacksonHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Lets JSON in as {@code application/json} only, as UTF-8 without a byte order mark (RFC 8259, 8.1), as it is, and only if it says
 * something. The parser alone would guess at UTF-16 and UTF-32 and let overlong and half characters through; its converter takes a
 * patch document (RFC 6902, 7396) for what it patches, and one that is compressed for one that is not.
 */
@ControllerAdvice
class JsonBodies extends RequestBodyAdviceAdapter {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String IDENTITY = "identity";

    @Override
    public boolean supports(MethodParameter parameter, Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        return AbstractJacksonHttpMessageConverter.class.isAssignableFrom(converter);
    }

    @Override
    public HttpInputMessage beforeBodyRead(HttpInputMessage message, MethodParameter parameter, Type type,
            Class<? extends HttpMessageConverter<?>> converter) throws IOException {
        var contentType = message.getHeaders().getContentType();
        if (contentType != null && !isJson(contentType)) {
            throw new UnsupportedMediaTypeStatusException(contentType, List.of(MediaType.APPLICATION_JSON));
        }
        if (message.getHeaders().getOrDefault(HttpHeaders.CONTENT_ENCODING, List.of()).stream()
                .anyMatch(coding -> !coding.equalsIgnoreCase(IDENTITY))) {
            throw encoded();
        }
        var bytes = message.getBody().readAllBytes();
        var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        if (text.toString().startsWith(BYTE_ORDER_MARK) || text.chars().anyMatch(c -> c == 0)) {
            throw new MalformedInputException(1);
        }
        return new Body(message.getHeaders(), bytes);
    }

    private static boolean isJson(MediaType type) {
        return type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
                && (type.getCharset() == null || UTF_8.equals(type.getCharset()));
    }

    private static Problem encoded() {
        var refusal = Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "Send the body without Content-Encoding, as it is.");
        refusal.getHeaders().set(HttpHeaders.ACCEPT_ENCODING, IDENTITY);
        return refusal;
    }

    @Override
    public Object afterBodyRead(@Nullable Object body, HttpInputMessage message, MethodParameter parameter, Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        if (body == null) {
            throw new HttpMessageNotReadableException("null is no body", message);
        }
        return body;
    }

    private record Body(HttpHeaders getHeaders, byte[] bytes) implements HttpInputMessage {

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(bytes);
        }
    }
}
