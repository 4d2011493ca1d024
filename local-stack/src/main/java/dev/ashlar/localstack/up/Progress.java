package dev.ashlar.localstack.up;

import java.util.List;

import dev.ashlar.localstack.state.InstanceName;
import dev.ashlar.localstack.terminal.Terminal;

/** Shows how far each process is. Called by several threads. */
interface Progress extends AutoCloseable {

    static Progress on(Terminal terminal, List<InstanceName> names) {
        return terminal.interactive() ? new PaintedProgress(terminal, names) : new LineProgress(terminal);
    }

    void enter(InstanceName name, Phase phase);

    /** What was shown stays, and nothing more is shown. */
    @Override
    void close();
}
