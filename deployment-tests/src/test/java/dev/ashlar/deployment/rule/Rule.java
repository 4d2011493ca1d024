package dev.ashlar.deployment.rule;

import dev.ashlar.deployment.manifest.Manifests;
import java.util.List;
import java.util.stream.Stream;

/** A rule for the manifests of a namespace. */
public interface Rule {

    List<Rule> ALL = List.of(new SelectorsSelect(), new PortsExist(), new ProbesExist(), new VariablesAreKnown(),
            new ReferencesExist(), new TargetsExist(), new ImagesAreKnown(), new PodsAreRestricted(),
            new ConnectionsSuffice(), new ServicesStopGracefully(), new ServicesAreComplete(),
            new StoresRequireAccounts(),
            new AccountsMatch(), new SecretsAreSecret(), new PoliciesAllowNeededTraffic(), new SlowStartsAreTolerated(),
            new JobsHaveADigest(), new DefaultsAreExplicit());

    /** One sentence for each violation. */
    Stream<String> broken(Manifests manifests);
}
