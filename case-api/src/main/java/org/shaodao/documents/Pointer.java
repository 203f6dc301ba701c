package org.shaodao.documents;

import tools.jackson.core.JacksonException;

/** JSON pointers (RFC 6901), step by step. */
final class Pointer {
    private Pointer() {}

    static String to(String parent, String property) {
        return parent + '/' + property.replace("~", "~0").replace("/", "~1");
    }

    static String to(String parent, int index) {
        return parent + '/' + index;
    }

    /** The place that a failure to read names. */
    static String of(JacksonException failure) {
        String pointer = "";
        for (JacksonException.Reference step : failure.getPath()) {
            String property = step.getPropertyName();
            if (property != null) {
                pointer = to(pointer, property);
            } else if (step.getIndex() >= 0) {
                pointer = to(pointer, step.getIndex());
            }
        }
        return pointer;
    }

    static String above(String pointer) {
        int last = pointer.lastIndexOf('/');
        return last < 0 ? "" : pointer.substring(0, last);
    }
}
