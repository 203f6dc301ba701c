package org.shaodao.web;

import java.util.regex.Pattern;

/** What tables need to be opened by spreadsheets as they are meant. */
public final class Spreadsheet {
    /** Without it spreadsheets take Chinese for something else. */
    public static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What spreadsheets take for the beginning of a formula, also behind spaces and in full width. */
    private static final Pattern FORMULA = Pattern.compile("^[\\s\\p{Cntrl}]*[=+\\-@＝＋－＠]|^[\\t\\r\\n]");

    private Spreadsheet() {}

    /** A cell that no spreadsheet calculates. */
    public static String harmless(String cell) {
        return FORMULA.matcher(cell).find() ? '\'' + cell : cell;
    }
}
