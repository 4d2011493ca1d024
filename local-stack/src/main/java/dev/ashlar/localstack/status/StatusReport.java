package dev.ashlar.localstack.status;

import java.util.List;
import java.util.Map;

/** What {@code status --json} prints: see the contract. */
record StatusReport(List<ProcessStatus> processes, Map<String, String> addresses, List<Credentials> credentials) {}
