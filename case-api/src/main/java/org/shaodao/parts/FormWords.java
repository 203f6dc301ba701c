package org.shaodao.parts;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** How forms of steps speak: what a button does, what a field is called, what others will see. */
@Component
class FormWords {
    private final MessageSource messages;

    FormWords(MessageSource messages) {
        this.messages = messages;
    }

    /** What the button of a step does; where nothing better is said, the name of the step. */
    String button(String step) {
        return first("form.button." + step, "code.step." + step);
    }

    /** What others will see of a step. */
    @Nullable String effect(String step) {
        return find("form.effect." + step);
    }

    /** What a field is called: in this step, in any, or as the words it becomes. */
    String label(String step, String field) {
        return first("form.field." + step + '.' + field, "form.field." + field, "label." + field);
    }

    @Nullable String hint(String step, String field) {
        return find("form.hint." + step + '.' + field);
    }

    /** A choice of a field as histories name it. */
    String choice(String field, String code) {
        return first("code." + field + '.' + code);
    }

    /** What would be right, by a rule of {@code field.}. */
    String rule(String rule) {
        return first("field." + rule);
    }

    private String first(String... keys) {
        for (String key : keys) {
            String said = find(key);
            if (said != null) {
                return said;
            }
        }
        return keys[0];
    }

    private @Nullable String find(String key) {
        Locale locale = LocaleContextHolder.getLocale();
        String said = messages.getMessage(key, null, "", locale);
        return Objects.requireNonNullElse(said, "").isEmpty() ? null : said;
    }
}
