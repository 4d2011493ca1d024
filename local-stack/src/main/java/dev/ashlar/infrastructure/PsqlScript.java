package dev.ashlar.infrastructure;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An SQL script with psql's variables, {@code :'literal'} and {@code :"identifier"}, so that psql can run the same file.
 */
record PsqlScript(String text) {

    private static final Pattern VARIABLE = Pattern.compile(":(['\"])(\\w+)\\1");

    /** @throws IllegalArgumentException if the script contains a variable without a value */
    String with(Map<String, String> variables) {
        return VARIABLE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(quoted(match, variables)));
    }

    private static String quoted(MatchResult match, Map<String, String> variables) {
        var quote = match.group(1);
        var value = variables.get(match.group(2));
        if (value == null) {
            throw new IllegalArgumentException("No value for the variable " + match.group());
        }
        return quote + value.replace(quote, quote + quote) + quote;
    }
}
