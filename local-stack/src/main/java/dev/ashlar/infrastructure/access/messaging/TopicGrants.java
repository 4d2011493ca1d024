package dev.ashlar.infrastructure.access.messaging;

import dev.ashlar.infrastructure.access.TopicAccess;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Translates {@link TopicAccess} into ACLs. Read and write imply describe. Write implies what an idempotent producer
 * needs (KIP-679).
 */
record TopicGrants(TopicAccess access) {

    List<AclBinding> all() {
        var written = access.written().stream().flatMap(topic -> Stream.of(
                topic(topic, AclOperation.CREATE), topic(topic, AclOperation.WRITE)));
        var read = access.read().stream().map(topic -> topic(topic, AclOperation.READ));
        return Stream.of(written, read, Stream.of(groups())).flatMap(grants -> grants).toList();
    }

    String principal() {
        return "User:" + access.service();
    }

    private AclBinding topic(String name, AclOperation operation) {
        return allow(new ResourcePattern(ResourceType.TOPIC, name, PatternType.LITERAL), operation);
    }

    private AclBinding groups() {
        return allow(new ResourcePattern(ResourceType.GROUP, access.service(), PatternType.PREFIXED),
                AclOperation.READ);
    }

    private AclBinding allow(ResourcePattern resource, AclOperation operation) {
        return new AclBinding(resource,
                new AccessControlEntry(principal(), "*", operation, AclPermissionType.ALLOW));
    }
}
