package org.shaodao.imports;

/** A row that cannot become a case: the field and the reason, never what it said. */
final class RowRejected extends Exception {
    private final String field;
    private final String reason;

    RowRejected(String field, String reason) {
        super(field + " " + reason, null, false, false);
        this.field = field;
        this.reason = reason;
    }

    String field() {
        return field;
    }

    String reason() {
        return reason;
    }
}
