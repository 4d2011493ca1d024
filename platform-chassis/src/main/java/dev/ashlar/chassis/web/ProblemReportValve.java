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
 * Writes a problem document, in place of Tomcat's HTML, if Tomcat refuses a request before any filter runs. Examples are a target that
 * can't be decoded and headers that are too large.
 */
final class ProblemReportValve extends ErrorReportValve {

    private final Problems problems;

    private ProblemReportValve(Problems problems) {
        this.problems = problems;
    }

    /** Adds the valve before Tomcat adds its own report valve. */
    static WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> installer(Problems problems) {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemReportValve.class.getName());
                host.getPipeline().addValve(new ProblemReportValve(problems));
            }
        });
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable fault) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !canWrite(response)
                || !response.setErrorReported()) {
            return;
        }
        var status = ErrorDispatch.status(fault, response.getStatus());
        RequestIdFilter.assign(request, response);
        SecurityHeadersFilter.write(request, response);
        try {
            problems.write(request, response, status, ErrorDispatch.detail(status));
            response.finishResponse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean canWrite(Response response) {
        var allowed = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
        return allowed.get();
    }
}
