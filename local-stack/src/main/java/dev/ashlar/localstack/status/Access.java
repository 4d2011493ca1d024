package dev.ashlar.localstack.status;

import java.util.List;
import java.util.Map;

import dev.ashlar.localstack.terminal.Terminal;

/** Tells how to get in: where to, and as whom. */
public final class Access {

    private final Terminal terminal;

    public Access(Terminal terminal) {
        this.terminal = terminal;
    }

    public void print(Map<String, String> addresses, List<Credentials> credentials) {
        terminal.out().println();
        addresses.forEach((name, address) -> terminal.out().printf("%-20s %s%n", name, address));
        if (!credentials.isEmpty()) {
            terminal.out().println();
        }
        credentials.forEach(account -> terminal.out()
                .printf("%-20s %s  %s%n", account.role(), account.email(), account.password()));
    }
}
