package dev.ashlar.gateway.system;

import java.util.List;

record SystemResponse(List<ServiceInstances> services) {

    record ServiceInstances(String name, List<InstanceHealth> instances) {}
}
