package org.shaodao.casefile;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Finds what tells who somebody is in a line that is stored in clear: mobile and fixed telephone numbers and identity
 * numbers, in full-width digits too, and grouped as people group them.
 */
public final class PersonalData {
    private static final String MOBILE = "(?:\\+?86[ -]?)?1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}";
    private static final String FIXED = "\\(?0\\d{2,3}\\)?[ -]?\\d{3,4}[ -]?\\d{4}";
    private static final String IDENTITY = "\\d{6}[ -]?\\d{8}[ -]?\\d{3}[\\dXx]";
    private static final Pattern NUMBER =
            Pattern.compile("(?<!\\d)(?:" + MOBILE + '|' + FIXED + '|' + IDENTITY + ")(?!\\d)");

    private PersonalData() {}

    /** Whether somebody could be recognised by a number in this line. */
    public static boolean isIn(String text) {
        return NUMBER.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).find();
    }
}
