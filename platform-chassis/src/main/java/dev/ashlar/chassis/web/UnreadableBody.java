package dev.ashlar.chassis.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Describes the defect of a JSON body and its position, without the parser's message, which names classes. */
final class UnreadableBody {

    private UnreadableBody() {}

    static Problem.FieldError explain(HttpMessageNotReadableException e) {
        return switch (e.getCause()) {
            case UnrecognizedPropertyException unknown ->
                new Problem.FieldError(path(unknown), "is not a known field; known here: " + known(unknown));
            case MismatchedInputException mismatch -> mismatch(mismatch, e);
            case DatabindException mismatch -> new Problem.FieldError(path(mismatch), "has the wrong type or form");
            case InputCoercionException number ->
                new Problem.FieldError(path(number), ExpectedValue.of(number.getTargetType(), place(number)));
            case StreamConstraintsException _ -> new Problem.FieldError("",
                    "must have at most 32 levels of nesting, 10,000 tokens and 40 digits a number");
            case UnexpectedEndOfInputException end -> new Problem.FieldError("",
                    "is not valid JSON: it ends too early, at %s; close every quote, bracket and brace"
                            .formatted(where(end, e)));
            case JacksonException syntax -> new Problem.FieldError("", syntax(syntax, e));
            case CharacterCodingException _ -> new Problem.FieldError("", "must be UTF-8 without a byte order mark");
            case null, default -> new Problem.FieldError("", "a JSON body is required");
        };
    }

    private static Problem.FieldError mismatch(MismatchedInputException e, HttpMessageNotReadableException refusal) {
        if (e.getOriginalMessage().startsWith("Trailing token")) {
            return new Problem.FieldError("",
                    "must be one JSON value; there is more at %s".formatted(where(e, refusal)));
        }
        if (e.getOriginalMessage().equals(NotNullIfPresent.Deserializer.NULL)) {
            return new Problem.FieldError(path(e), "must not be null; leave it out to keep its value");
        }
        var type = Objects.requireNonNullElse(e.getTargetType(), Object.class);
        return new Problem.FieldError(path(e), ExpectedValue.of(type, place(e)));
    }

    private static String syntax(JacksonException e, HttpMessageNotReadableException refusal) {
        if (e.getOriginalMessage().startsWith("Duplicate")) {
            return "names a field twice, at " + where(e, refusal);
        }
        return "is not valid JSON at %s; use double quotes around names and texts, no comments, no comma before a closing bracket"
                .formatted(where(e, refusal));
    }

    /** Counts characters, since the parser's position counts bytes. */
    private static String where(JacksonException e, HttpMessageNotReadableException refusal) {
        try {
            var offset = (int) Math.max(0, e.getLocation().getByteOffset());
            var before = new String(refusal.getHttpInputMessage().getBody().readNBytes(offset), UTF_8);
            var lines = before.split("\n", -1);
            var last = lines[lines.length - 1];
            return "line %d, column %d".formatted(lines.length, last.codePointCount(0, last.length()) + 1);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static String known(UnrecognizedPropertyException e) {
        return Objects.requireNonNullElse(e.getKnownPropertyIds(), List.of()).stream().map(String::valueOf)
                .sorted().collect(Collectors.joining(", "));
    }

    /** Finds the record's field, since the constraints are on the field and not on the record component. */
    private static @Nullable Field place(JacksonException e) {
        if (e.getPath().isEmpty() || !(e.getPath().getLast().from() instanceof Class<?> type)) {
            return null;
        }
        var name = e.getPath().getLast().getPropertyName();
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> FieldNames.snakeCase(field.getName()).equals(name)).findFirst().orElse(null);
    }

    private static String path(JacksonException e) {
        return e.getPath().stream()
                .map(r -> r.getPropertyName() != null ? r.getPropertyName() : "[" + r.getIndex() + "]")
                .collect(Collectors.joining(".")).replace(".[", "[");
    }
}
