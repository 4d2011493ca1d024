package dev.ashlar.chassis.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list with keyset pagination.
 *
 * @param nextCursor the value of {@code cursor} for the next page; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /** @param rows fetched with one row more than the limit, which shows whether another page follows */
    public static <R, T> Page<T> of(List<R> rows, int limit, Function<R, T> item, Function<R, Cursor> cursor) {
        var shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        var next = rows.size() > limit ? cursor.apply(shown.getLast()).encoded() : null;
        return new Page<>(shown.stream().map(item).toList(), next);
    }
}
