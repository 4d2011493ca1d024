package dev.ashlar.infrastructure;

import dev.ashlar.infrastructure.mail.MailCatcher;
import dev.ashlar.process.ChildProcess;
import dev.ashlar.process.Java;
import dev.ashlar.process.Loopback;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A mail server that delivers nothing and shows what it received, in its own JVM. It keeps mails in memory. */
record MailPart(Path data, int port, int pagePort) implements Part {

    private static final byte[] NOTHING = {};
    private static final byte[] HEAD = "HEAD / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] GREETING = "220 ".getBytes(StandardCharsets.US_ASCII);

    @Override
    public String name() {
        return "smtp";
    }

    @Override
    public List<Integer> ports() {
        return List.of(port, pagePort);
    }

    @Override
    public void prepare() throws IOException {
        Files.createDirectories(data);
    }

    @Override
    public Process start(Path log) throws IOException {
        return ChildProcess.start(data, log, Map.of(Java.CLASS_PATH, Java.thisModule() + ":" + Java.servers()),
                Java.command(List.of("-Xmx96m", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"),
                        List.of(MailCatcher.class.getName(), Integer.toString(port), Integer.toString(pagePort))));
    }

    /** The page starts after the mail server. */
    @Override
    public boolean isReady() {
        return Loopback.answers(pagePort, HEAD, answer -> answer.read() == 'H') && Loopback.answers(port, NOTHING,
                answer -> Arrays.equals(answer.readNBytes(GREETING.length), GREETING));
    }
}
