package dev.ashlar.systemtests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What was sent on a connection and what came back until it was closed. */
record RawExchange(String sent, List<RawResponse> responses) {

    /** Of the first response; 0 if the connection was closed without one. */
    int status() {
        return responses.isEmpty() ? 0 : responses.getFirst().status();
    }

    /** One refusal, and nothing after it. */
    RawResponse expectRefusal(Integer... statuses) {
        var response = expectOneResponse(statuses);
        response.checkRefusal();
        return response;
    }

    /** One response, so that one request was seen, and nothing after it. */
    RawResponse expectOneResponse(Integer... statuses) {
        assertThat(responses).as("%s", this).hasSize(1);
        assertThat(status()).as("%s", this).isIn((Object[]) statuses);
        responses.getFirst().checkHygiene();
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
