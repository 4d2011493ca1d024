package dev.ashlar.gateway.upstream.tls;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** Makes TLS connections with the certificates of the upstream, which the context of the request names. Thread-safe. */
public final class UpstreamTls implements TlsSocketStrategy {

    private static final String ATTRIBUTE = UpstreamTls.class.getName();

    private final TlsSocketStrategy byDefault = DefaultClientTlsStrategy.createSystemDefault();
    private final Map<TlsSettings, TlsSocketStrategy> bySettings = new ConcurrentHashMap<>();

    /** @param settings null: the JVM's certificate authorities */
    public static void set(HttpContext context, @Nullable TlsSettings settings) {
        context.setAttribute(ATTRIBUTE, settings);
    }

    /** @throws IllegalArgumentException if a file has no certificate or no private key in PEM, or the key is of another certificate */
    public static void check(TlsSettings settings) {
        try {
            strategy(settings);
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public SSLSocket upgrade(Socket socket, String target, int port, @Nullable Object attachment, HttpContext context)
            throws IOException {
        var settings = (TlsSettings) context.getAttribute(ATTRIBUTE);
        var strategy = settings == null ? byDefault : bySettings.computeIfAbsent(settings, UpstreamTls::strategy);
        return strategy.upgrade(socket, target, port, attachment, context);
    }

    private static TlsSocketStrategy strategy(TlsSettings settings) {
        var certificate = PemSslStoreDetails.forCertificate(location(settings.certificate()))
                .withPrivateKey(location(settings.key()));
        var trust = PemSslStoreDetails.forCertificate(location(settings.trust()));
        return new DefaultClientTlsStrategy(SslBundle.of(new PemSslStoreBundle(certificate, trust)).createSslContext());
    }

    private static @Nullable String location(@Nullable Path file) {
        return file == null ? null : file.toUri().toString();
    }
}
