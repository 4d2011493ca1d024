package dev.ashlar.gateway.firewall;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A set of words. Finds any of them in a text in one pass, without regard to case, and allocates nothing. */
final class Words {

    private static final int ASCII = 128;

    /** The words that start with a character, for each ASCII character in both cases. */
    private final List<List<String>> byFirst = new ArrayList<>();

    private Words() {}

    static Words of(String... words) {
        var set = new Words();
        for (var c = 0; c < ASCII; c++) {
            var first = Character.toLowerCase((char) c);
            set.byFirst.add(List.of(words).stream().filter(word -> word.charAt(0) == first)
                    .map(word -> word.toLowerCase(Locale.ROOT)).toList());
        }
        return set;
    }

    boolean occurIn(String text) {
        for (var at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            if (c < ASCII && startsAt(text, at, byFirst.get(c))) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsAt(String text, int at, List<String> words) {
        for (var i = 0; i < words.size(); i++) {
            if (text.regionMatches(true, at, words.get(i), 0, words.get(i).length())) {
                return true;
            }
        }
        return false;
    }
}
