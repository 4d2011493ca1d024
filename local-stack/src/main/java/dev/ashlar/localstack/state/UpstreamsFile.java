package dev.ashlar.localstack.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Which instances of each service there are, as {@code upstreams.json} tells the gateways. */
public final class UpstreamsFile {

    private final JsonFile<Map<?, ?>> file;
    private final Lock lock;

    @SuppressWarnings({"unchecked", "rawtypes"})
    public UpstreamsFile(Workspace workspace) {
        file = new JsonFile(workspace.upstreams(), Map.class);
        lock = new Lock(workspace.runs().resolve("upstreams.lock"));
    }

    /**
     * Of two that write at once, the later one has looked later.
     *
     * @param addresses gives URLs by the service's name
     */
    public void write(Supplier<Map<String, List<String>>> addresses) {
        try {
            lock.holding(() -> {
                file.write(addresses.get());
                return true;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void delete() {
        file.delete();
    }
}
