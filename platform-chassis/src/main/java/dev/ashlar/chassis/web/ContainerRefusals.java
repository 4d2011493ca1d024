package dev.ashlar.chassis.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * Answers in place of Tomcat's HTML where a request is refused before it has reached any application: a target that can't be decoded,
 * headers that are too large.
 */
final class ContainerRefusals extends ErrorReportValve {

    private final Problems problems;

    private ContainerRefusals(Problems problems) {
        this.problems = problems;
    }

    /** Sets it up before the report that it replaces. */
    static WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> in(Problems problems) {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ContainerRefusals.class.getName());
                host.getPipeline().addValve(new ContainerRefusals(problems));
            }
        });
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable fault) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !canAnswer(response)
                || !response.setErrorReported()) {
            return;
        }
        var status = ErrorDispatch.status(fault, response.getStatus());
        RequestIdFilter.assign(request, response);
        AnswerHeaders.write(request, response);
        try {
            problems.write(request, response, status, ErrorDispatch.advice(status));
            response.finishResponse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean canAnswer(Response response) {
        var allowed = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
        return allowed.get();
    }
}
