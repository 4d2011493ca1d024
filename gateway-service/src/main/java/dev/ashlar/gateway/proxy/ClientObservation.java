package dev.ashlar.gateway.proxy;

import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.binder.httpcomponents.hc5.ApacheHttpClientContext;
import io.micrometer.core.instrument.binder.httpcomponents.hc5.DefaultApacheHttpClientObservationConvention;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/**
 * Metric tags with a bounded number of values. Micrometer's default uses any method and any status. It also takes the URI from the
 * header {@code URI_PATTERN}, which a client can send.
 */
@SuppressWarnings("deprecation")
final class ClientObservation extends DefaultApacheHttpClientObservationConvention {

    private static final String OTHER = "OTHER";
    private static final Set<String> METHODS = Stream.of(HttpMethod.values()).map(HttpMethod::name)
            .collect(Collectors.toUnmodifiableSet());

    @Override
    protected KeyValue method(ApacheHttpClientContext context) {
        var method = super.method(context);
        return METHODS.contains(method.getValue()) ? method : KeyValue.of(method.getKey(), OTHER);
    }

    @Override
    protected KeyValue status(ApacheHttpClientContext context) {
        var status = super.status(context);
        var response = context.getResponse();
        return response == null || HttpStatus.resolve(response.getCode()) != null
                ? status
                : KeyValue.of(status.getKey(), OTHER);
    }

    @Override
    protected KeyValue uri(ApacheHttpClientContext context) {
        return KeyValue.of(super.uri(context).getKey(), "UNKNOWN");
    }

    @Override
    public String getContextualName(ApacheHttpClientContext context) {
        return "HTTP " + method(context).getValue();
    }
}
