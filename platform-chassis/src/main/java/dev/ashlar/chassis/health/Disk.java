package dev.ashlar.chassis.health;

import java.io.File;
import java.util.Map;

/** Room on the disk of the working folder. */
final class Disk implements HealthDetail {

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public Map<String, Object> figures() {
        var disk = new File(".").getAbsoluteFile();
        return Map.of("free_bytes", disk.getUsableSpace(), "total_bytes", disk.getTotalSpace());
    }
}
