package dev.ashlar.gateway.system;

import dev.ashlar.chassis.health.HealthReporter;
import dev.ashlar.gateway.system.SystemResponse.ServiceInstances;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SystemController {

    private final ServiceAddresses addresses;
    private final HealthRequests requests;
    private final HealthReporter own;

    SystemController(ServiceAddresses addresses, HealthRequests requests, HealthReporter own) {
        this.addresses = addresses;
        this.requests = requests;
        this.own = own;
    }

    /** Of several gateways, only the one that responds is in the list: a gateway does not know the others. */
    @GetMapping("/api/v1/system")
    SystemResponse system(@RequestHeader(HttpHeaders.AUTHORIZATION) String authorization, HttpServletRequest request)
            throws InterruptedException {
        var found = ServiceAddresses.SERVICES.stream().map(addresses::of).toList();
        var health = requests.send(found.stream().flatMap(List::stream).toList(), authorization).iterator();
        var services = new ArrayList<ServiceInstances>();
        services.add(new ServiceInstances("gateway-service",
                List.of(InstanceHealth.of(addressOf(request), own.detailed()))));
        for (var i = 0; i < found.size(); i++) {
            services.add(new ServiceInstances(ServiceAddresses.SERVICES.get(i),
                    found.get(i).stream().map(_ -> health.next()).toList()));
        }
        return new SystemResponse(services);
    }

    private static URI addressOf(HttpServletRequest request) {
        var ip = request.getLocalAddr();
        return URI.create("%s://%s:%d".formatted(request.getScheme(), ip.contains(":") ? "[" + ip + "]" : ip,
                request.getLocalPort()));
    }
}
