package dev.ashlar.localstack.command;

import java.util.List;
import java.util.Map;

import dev.ashlar.localstack.supervisor.Credentials;
import dev.ashlar.localstack.terminal.Terminal;

/** Tells how to get in: where to, and as whom. */
final class AccessTable {

    private final Terminal terminal;

    AccessTable(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(Map<String, String> addresses, List<Credentials> credentials) {
        terminal.out().println();
        addresses.forEach((name, address) -> terminal.out().printf("%-20s %s%n", name, address));
        if (!credentials.isEmpty()) {
            terminal.out().println();
        }
        credentials.forEach(account -> terminal.out()
                .printf("%-20s %s  %s%n", account.role(), account.email(), account.password()));
    }
}
