package dev.ashlar.systemtests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** All bytes that were sent on a connection, and all responses. */
record RawExchange(String sent, List<RawResponse> responses) {

    /** The status of the first response, or 0 if there is none. */
    int status() {
        return responses.isEmpty() ? 0 : responses.getFirst().status();
    }

    /** Expects exactly one response, a refusal with one of the statuses. */
    RawResponse expectRefusal(Integer... statuses) {
        var response = expectOneResponse(statuses);
        response.checkRefusal();
        return response;
    }

    /** Expects exactly one response, so the server has read exactly one request. */
    RawResponse expectOneResponse(Integer... statuses) {
        assertThat(responses).as("%s", this).hasSize(1);
        assertThat(status()).as("%s", this).isIn((Object[]) statuses);
        responses.getFirst().checkResponseRules();
        return responses.getFirst();
    }

    @Override
    public String toString() {
        return escaped(sent) + " answered " + responses;
    }

    private static String escaped(String text) {
        var shown = text.length() > 400 ? text.substring(0, 400) + "…" : text;
        return shown.replace("\r", "\\r").replace("\n", "\\n").replace("\0", "\\0");
    }
}
