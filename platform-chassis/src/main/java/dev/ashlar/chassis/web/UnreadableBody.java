package dev.ashlar.chassis.web;

import java.nio.charset.CharacterCodingException;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what to mend in a body that is not the JSON it should be, without repeating the parser's own words. */
final class UnreadableBody {

    private UnreadableBody() {}

    static Problem.FieldError explain(HttpMessageNotReadableException e) {
        return switch (e.getCause()) {
            case UnrecognizedPropertyException unknown -> new Problem.FieldError(path(unknown), "is not a known field");
            case DatabindException mismatch -> new Problem.FieldError(path(mismatch), "has the wrong type or form");
            case StreamConstraintsException _ ->
                new Problem.FieldError("", "nests too deep, has too many parts or too long a number");
            case InputCoercionException _ -> new Problem.FieldError("", "has a number that is out of range");
            case JacksonException _ -> new Problem.FieldError("", "is not well-formed JSON, or names a field twice");
            case CharacterCodingException _ ->
                new Problem.FieldError("", "is not UTF-8 without a byte order mark");
            case null, default -> new Problem.FieldError("", "a JSON body is required");
        };
    }

    private static String path(JacksonException e) {
        return e.getPath().stream()
                .map(r -> r.getPropertyName() != null ? r.getPropertyName() : "[" + r.getIndex() + "]")
                .collect(Collectors.joining(".")).replace(".[", "[");
    }
}
