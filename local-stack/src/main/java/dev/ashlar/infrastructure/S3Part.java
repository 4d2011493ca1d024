package dev.ashlar.infrastructure;

import dev.ashlar.process.ChildProcess;
import dev.ashlar.process.Java;
import dev.ashlar.process.Loopback;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** S3Proxy, a server with the S3 protocol that keeps objects as files, in its own JVM. */
record S3Part(Path data, int port, InfrastructureSecrets secrets) implements Part {

    static final String NAME = "s3";

    /** Else each start would log how Logback is configured. */
    private static final String SILENT_LOGBACK = "-Dlogback.statusListenerClass=ch.qos.logback.core.status.NopStatusListener";
    private static final String SETTINGS = "s3proxy.properties";
    private static final byte[] GET = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);
    private static final byte[] RESPONSE = "HTTP/1.1 ".getBytes(StandardCharsets.US_ASCII);

    @Override
    public String name() {
        return NAME;
    }

    /** A folder is a bucket. If other users may read the folder, S3Proxy lets anyone read the bucket. */
    @Override
    public void prepare() throws IOException {
        var objects = data.resolve("objects");
        var bucket = Files.createDirectories(objects.resolve(InfrastructureSecrets.S3_BUCKET));
        Files.setPosixFilePermissions(bucket, PosixFilePermissions.fromString("rwx------"));
        Files.writeString(data.resolve(SETTINGS), """
                s3proxy.endpoint=http://%s:%d
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=filesystem-nio2
                jclouds.identity=none
                jclouds.credential=none
                jclouds.filesystem.basedir=%s
                """.formatted(Loopback.ADDRESS, port, InfrastructureSecrets.S3_ACCESS_KEY, secrets.s3(), objects));
    }

    @Override
    public Process start(Path log) throws IOException {
        return ChildProcess.start(data, log,
                Map.of(Java.CLASS_PATH, Java.s3Proxy(), "LOG_LEVEL", "warn", "JETTY_LOG_LEVEL", "warn"),
                Java.command(List.of("-Xmx96m", SILENT_LOGBACK),
                        List.of("org.gaul.s3proxy.Main", "--properties", SETTINGS)));
    }

    /** The server refuses the request without a signature, which shows that it works. */
    @Override
    public boolean isReady() {
        return Loopback.answers(port, GET,
                answer -> Arrays.equals(answer.readNBytes(RESPONSE.length), RESPONSE));
    }
}
