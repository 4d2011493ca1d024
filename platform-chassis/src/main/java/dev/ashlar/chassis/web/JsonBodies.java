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
 * Accepts a JSON body as {@code application/json} only, in UTF-8 without a byte order mark (RFC 8259, 8.1), uncompressed and not null.
 * Jackson alone would also accept UTF-16, UTF-32 and invalid UTF-8. Spring's converter would also accept a patch document (RFC 6902,
 * 7396) as the resource, and would parse compressed bytes.
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
            throw compressed();
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

    private static Problem compressed() {
        var refusal = Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "Send the body without Content-Encoding.");
        refusal.getHeaders().set(HttpHeaders.ACCEPT_ENCODING, IDENTITY);
        return refusal;
    }

    @Override
    public Object afterBodyRead(@Nullable Object body, HttpInputMessage message, MethodParameter parameter, Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        if (body == null) {
            throw new HttpMessageNotReadableException("The body is null", message);
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
