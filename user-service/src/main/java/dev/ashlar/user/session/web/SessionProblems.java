package dev.ashlar.user.session.web;

import dev.ashlar.chassis.web.Problem;
import dev.ashlar.user.session.SessionRefused;
import dev.ashlar.user.session.SessionRefused.InvalidRefreshToken;
import dev.ashlar.user.session.SessionRefused.WrongCredentials;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Refused log-ins and refreshes. Each 401 names the scheme of the tokens that these endpoints issue (RFC 9110, 15.5.2). */
@Order(0)
@RestControllerAdvice
class SessionProblems {

    @ExceptionHandler
    Problem refused(SessionRefused refused) {
        var problem = Problem.of(HttpStatus.UNAUTHORIZED, switch (refused) {
            case WrongCredentials _ -> "The e-mail address or the password is wrong.";
            case InvalidRefreshToken _ -> "The refresh token is not valid; sign in again.";
        });
        problem.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return problem;
    }
}
