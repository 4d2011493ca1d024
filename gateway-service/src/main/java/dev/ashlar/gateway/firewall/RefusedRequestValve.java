package dev.ashlar.gateway.firewall;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Sees the requests that Tomcat refuses before any filter runs, and the number of header fields, which a filter can't count cheaply. */
final class RefusedRequestValve extends ValveBase {

    private final Firewall firewall;

    RefusedRequestValve(Firewall firewall) {
        super(true);
        this.firewall = firewall;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (request.getCoyoteRequest().getMimeHeaders().size() > BoundsRules.MAX_HEADERS) {
            request.setAttribute(InspectedRequest.MANY_HEADERS, true);
        }
        if (response.getStatus() >= 400) {
            firewall.count(request);
        }
        getNext().invoke(request, response);
    }
}
