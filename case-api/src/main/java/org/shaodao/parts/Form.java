package org.shaodao.parts;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A form as it is shown.
 *
 * @param id the same for the same form whenever it is shown: under it the browser keeps what was typed
 * @param key drawn anew each time it is shown: sent twice, it acts once
 * @param button names what happens
 * @param grave whether it cannot be taken back
 * @param effect what others will see of it; null = nothing worth saying
 * @param cancel where the way back leads; null = nowhere
 * @param problems why it was not taken, in words
 */
public record Form(
        String id,
        String action,
        String key,
        String button,
        boolean grave,
        @Nullable String effect,
        @Nullable String cancel,
        List<Field> fields,
        List<String> problems) {
    /** The same form without some of its fields; what is wrong with those is said all the same. */
    public Form without(Set<String> names) {
        return new Form(
                id,
                action,
                key,
                button,
                grave,
                effect,
                cancel,
                fields.stream().filter(field -> !names.contains(field.name())).toList(),
                Stream.concat(
                                problems.stream(),
                                fields.stream()
                                        .filter(field -> names.contains(field.name()))
                                        .flatMap(field -> Stream.ofNullable(field.error())))
                        .toList());
    }

    /** The fields with something wrong. */
    public List<Field> wrong() {
        return fields.stream().filter(field -> field.error() != null).toList();
    }
}
