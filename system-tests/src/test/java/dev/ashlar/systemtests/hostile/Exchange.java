package dev.ashlar.systemtests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What was sent on a connection and what came back until it was closed. */
record Exchange(String sent, List<WireAnswer> answers) {

    /** Of the first answer; 0 if the connection was closed without one. */
    int status() {
        return answers.isEmpty() ? 0 : answers.getFirst().status();
    }

    /** One refusal, and nothing after it. */
    WireAnswer isRefusedWith(Integer... statuses) {
        var answer = isAnsweredOnceWith(statuses);
        answer.checkRefusal();
        return answer;
    }

    /** One answer, so that one request was seen, and nothing after it. */
    WireAnswer isAnsweredOnceWith(Integer... statuses) {
        assertThat(answers).as("%s", this).hasSize(1);
        assertThat(status()).as("%s", this).isIn((Object[]) statuses);
        answers.getFirst().checkHygiene();
        return answers.getFirst();
    }

    @Override
    public String toString() {
        return escaped(sent) + " answered " + answers;
    }

    private static String escaped(String text) {
        var shown = text.length() > 400 ? text.substring(0, 400) + "…" : text;
        return shown.replace("\r", "\\r").replace("\n", "\\n").replace("\0", "\\0");
    }
}
