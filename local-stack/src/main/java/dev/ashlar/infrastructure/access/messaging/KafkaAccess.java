package dev.ashlar.infrastructure.access.messaging;

import dev.ashlar.infrastructure.access.TopicAccess;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;

/**
 * Applies {@link TopicAccess} to a cluster: a password for each service, and its ACLs. Revokes obsolete ACLs of these
 * services and ignores other principals. Safe to run again.
 */
public record KafkaAccess(Admin admin, Function<TopicAccess, String> passwords) {

    /** The minimum of RFC 7677 and Kafka. The passwords have 256 random bits, so more iterations add no security. */
    private static final ScramCredentialInfo SCRAM = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096);

    /**
     * Needs {@code kafka-clients} on the class path, the address of the operators' listener, the variables of {@link
     * OperatorLogin}, and the password of each service as {@link TopicAccess#passwordVariable()}. Secrets may be {@link
     * Settings files}.
     */
    static void main(String[] arguments) throws Exception {
        var settings = Settings.ofThisProcess();
        try (var admin = Admin.create(new OperatorLogin(settings).at(arguments[0]))) {
            new KafkaAccess(admin, access -> settings.get(access.passwordVariable())).provision();
        }
    }

    public void provision() throws ExecutionException, InterruptedException {
        admin.alterUserScramCredentials(TopicAccess.SERVICES.stream().map(this::credential).toList()).all().get();
        var grants = TopicAccess.SERVICES.stream().map(TopicGrants::new).toList();
        var principals = grants.stream().map(TopicGrants::principal).collect(Collectors.toSet());
        var wanted = grants.stream().flatMap(service -> service.all().stream()).collect(Collectors.toSet());
        var present = admin.describeAcls(AclBindingFilter.ANY).values().get().stream()
                .filter(grant -> principals.contains(grant.entry().principal()))
                .collect(Collectors.toSet());
        admin.createAcls(difference(wanted, present)).all().get();
        admin.deleteAcls(difference(present, wanted).stream().map(AclBinding::toFilter).toList()).all().get();
    }

    private UserScramCredentialAlteration credential(TopicAccess access) {
        return new UserScramCredentialUpsertion(access.service(), SCRAM, passwords.apply(access));
    }

    private static List<AclBinding> difference(Set<AclBinding> all, Set<AclBinding> without) {
        var rest = new HashSet<>(all);
        rest.removeAll(without);
        return List.copyOf(rest);
    }
}
