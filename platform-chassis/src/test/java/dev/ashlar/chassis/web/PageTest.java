package dev.ashlar.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void hasNoCursorWithoutAFurtherRow() {
        var page = Page.of(List.of(1, 2), 2, Function.identity(), row -> Cursor.of("list", row));
        assertThat(page.items()).containsExactly(1, 2);
        assertThat(page.nextCursor()).isNull();
    }

    @Test
    void hasACursorToItsLastRowIfAFurtherRowExists() {
        var page = Page.of(List.of(1, 2, 3), 2, Function.identity(), row -> Cursor.of("list", row));
        assertThat(page.items()).containsExactly(1, 2);
        assertThat(Cursor.<String>read("list", page.nextCursor(), 1, List::getFirst)).isEqualTo("2");
    }
}
