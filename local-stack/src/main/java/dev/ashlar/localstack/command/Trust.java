package dev.ashlar.localstack.command;

import java.io.IOException;

import dev.ashlar.localstack.tls.LocalCertificate;

/** The part of {@code up --tls} that people see. */
final class Trust {

    private Trust() {}

    /** A gateway that runs already keeps its ports until a restart. */
    static void createCertificate(Context context) throws IOException, InterruptedException {
        var certificate = new LocalCertificate(context.home().tls());
        if (!certificate.exists()) {
            certificate.createIfMissing();
            if (context.supervisor().isPresent()) {
                context.terminal().out().println(
                        "A gateway that runs already gets the certificate with ./ashlar restart gateway-service.");
            }
        }
    }

    static void explain(Context context) {
        var authority = new LocalCertificate(context.home().tls()).authority();
        context.terminal().out().printf("""

                The gateway also speaks TLS, with a certificate for localhost and 127.0.0.1. To trust it:
                  curl      curl --cacert %1$s %2$s/api/v1/products
                  Debian    sudo cp %1$s /usr/local/share/ca-certificates/ashlar.crt && sudo update-ca-certificates
                  macOS     security add-trusted-cert -k ~/Library/Keychains/login.keychain-db %1$s
                  Firefox   Settings, Certificates, Authorities, Import: %1$s
                The key of this authority is deleted, so that nobody can sign another certificate with it.
                """, authority, context.stack().addresses().get("gateway-tls"));
    }
}
