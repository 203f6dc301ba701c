package org.shaodao.lanes;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.shaodao.history.CaseEntry;
import org.shaodao.history.CaseHeader;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Lane pictures with labels in the reader's language. Called from templates as {@code @lanes}. */
@Component("lanes")
public class LanePictures {
    private static final double WIDE = 12.5;
    private static final double NARROW = 6.6;
    private static final double WITH_MINUTES = 44;

    private static final double LONGEST_NAME = 132;

    private final MessageSource messages;

    LanePictures(MessageSource messages) {
        this.messages = messages;
    }

    /** The picture of a case as it was known at a moment. */
    public Picture of(CaseHeader header, List<CaseEntry> oldestFirst, Instant now, Locale locale) {
        return Lanes.of(
                header,
                oldestFirst,
                now,
                name -> width(label(name, locale)) + (name.equals(Sign.ACKNOWLEDGED.name()) ? WITH_MINUTES : 0));
    }

    /** What a sign, or the due instant of a clock, is called on the picture. */
    public String label(String name, Locale locale) {
        String sign = messages.getMessage("code.sign." + name, null, "", locale);
        String clock = messages.getMessage("code.clock." + name, null, name, locale);
        return sign == null || sign.isEmpty() ? String.valueOf(clock) : sign;
    }

    /** A name as far as it fits before the lane; whole in the table beneath. */
    public String name(String whole) {
        StringBuilder fitting = new StringBuilder();
        int at = 0;
        while (at < whole.length() && width(fitting.toString()) < LONGEST_NAME) {
            fitting.appendCodePoint(whole.codePointAt(at));
            at = whole.offsetByCodePoints(at, 1);
        }
        return at < whole.length() ? fitting.append('…').toString() : whole;
    }

    private static double width(String text) {
        return text.codePoints().mapToDouble(c -> c > 0x2E7F ? WIDE : NARROW).sum();
    }
}
