package dev.ashlar.chassis.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, by keyset.
 *
 * @param items at most as many as were asked for
 * @param nextCursor what to send as {@code cursor} for the next page, null at the end
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /** Makes a page of rows fetched with one more than the limit; {@code cursor} gives the key of the last row shown. */
    public static <R, T> Page<T> of(List<R> rows, int limit, Function<R, T> item, Function<R, Cursor> cursor) {
        var shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        var next = rows.size() > limit ? cursor.apply(shown.getLast()).encoded() : null;
        return new Page<>(shown.stream().map(item).toList(), next);
    }
}
