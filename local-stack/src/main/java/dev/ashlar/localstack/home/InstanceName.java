package dev.ashlar.localstack.home;

import java.util.Comparator;
import java.util.regex.Pattern;
import dev.ashlar.process.Misuse;

/**
 * The name of one process: {@code order-service} or {@code order-service#2}.
 *
 * @param number from 1
 */
public record InstanceName(String name, int number) {

    private static final int MOST = 99;
    private static final Pattern FORM = Pattern.compile("([a-z0-9]+(?:-[a-z0-9]+)*)(?:#([1-9][0-9]?))?");

    public static final Comparator<InstanceName> ORDER = Comparator.comparing(InstanceName::name)
            .thenComparing(InstanceName::number);

    public InstanceName {
        if (number < 1) {
            throw new Misuse("%s=%d: at least one instance runs".formatted(name, number));
        }
        if (number > MOST) {
            throw new Misuse("%s=%d: at most %d instances run".formatted(name, number, MOST));
        }
    }

    /** @throws Misuse if the text is not {@code NAME} or {@code NAME#N} */
    public static InstanceName parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new Misuse("'%s' is no NAME or NAME#N, such as order-service or order-service#2".formatted(text));
        }
        return new InstanceName(form.group(1), form.group(2) == null ? 1 : Integer.parseInt(form.group(2)));
    }

    public static InstanceName first(String name) {
        return new InstanceName(name, 1);
    }

    /** The form for file names: {@code order-service-2}. */
    public String fileName() {
        return name + "-" + number;
    }

    @Override
    public String toString() {
        return number == 1 ? name : name + "#" + number;
    }
}
