package dev.ashlar.pictures.web;

import dev.ashlar.chassis.connection.Connection;
import dev.ashlar.chassis.web.BodyTooLarge;
import dev.ashlar.chassis.web.Problem;
import dev.ashlar.pictures.UnreadableUpload;
import dev.ashlar.pictures.image.PictureRefused;
import dev.ashlar.pictures.image.PictureRefused.Broken;
import dev.ashlar.pictures.image.PictureRefused.TooManyPixels;
import dev.ashlar.pictures.image.PictureRefused.UnknownFormat;
import dev.ashlar.pictures.image.PictureRefused.Unsupported;
import dev.ashlar.pictures.image.PicturesBusy;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns each refusal of an upload into a problem document. */
@Order(0)
@RestControllerAdvice
class PictureProblems {

    @ExceptionHandler
    Problem refused(PictureRefused refused) {
        var status = switch (refused) {
            case UnknownFormat _ -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case Broken _ -> HttpStatus.BAD_REQUEST;
            case Unsupported _,TooManyPixels _ -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        return Problem.of(status, String.valueOf(refused.getMessage()));
    }

    @ExceptionHandler(PicturesBusy.class)
    Problem busy() {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "Too many pictures are being processed. Try again.")
                .retryAfter(2);
    }

    @ExceptionHandler
    Problem unreadable(UnreadableUpload upload, HttpServletRequest request) {
        if (upload.getCause() instanceof BodyTooLarge large) {
            return Problem.of(HttpStatus.CONTENT_TOO_LARGE, String.valueOf(large.getMessage()));
        }
        return Connection.of(request).filter(Connection::isCut)
                .map(slow -> Problem.of(HttpStatus.REQUEST_TIMEOUT,
                        "The body did not arrive within %d s.".formatted(slow.bodyTimeout().toSeconds())))
                .orElseGet(() -> Problem.of(HttpStatus.BAD_REQUEST,
                        "The body ended early or is malformed. Send as many bytes as Content-Length says."));
    }
}
