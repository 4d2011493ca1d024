package dev.ashlar.user.account.web;

import dev.ashlar.chassis.web.Problem;
import dev.ashlar.user.account.AccountRefused;
import dev.ashlar.user.account.AccountRefused.EmailTaken;
import dev.ashlar.user.account.AccountRefused.WrongPassword;
import dev.ashlar.user.password.WeakPassword;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.HandlerMethod;

@Order(0)
@RestControllerAdvice
class AccountProblems {

    @ExceptionHandler
    Problem refused(AccountRefused refused) {
        return switch (refused) {
            case EmailTaken _ -> Problem.of(HttpStatus.CONFLICT, "There is an account with this e-mail address.")
                    .type("email-taken");
            case WrongPassword _ -> Problem.badRequest("current_password", "is not your password");
        };
    }

    /** The field name depends on the request: a registration has one password, a password change has two. */
    @ExceptionHandler
    Problem weak(WeakPassword weak, HandlerMethod handler) {
        var isChange = handler.getBeanType().equals(PasswordController.class);
        return Problem.badRequest(isChange ? "new_password" : "password", weak.getMessage());
    }
}
