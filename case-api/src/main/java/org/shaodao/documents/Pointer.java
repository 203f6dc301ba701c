package org.shaodao.documents;

/** JSON pointers (RFC 6901), step by step. */
final class Pointer {
    private Pointer() {}

    static String to(String parent, String property) {
        return parent + '/' + property.replace("~", "~0").replace("/", "~1");
    }

    static String to(String parent, int index) {
        return parent + '/' + index;
    }

    static String above(String pointer) {
        int last = pointer.lastIndexOf('/');
        return last < 0 ? "" : pointer.substring(0, last);
    }
}
