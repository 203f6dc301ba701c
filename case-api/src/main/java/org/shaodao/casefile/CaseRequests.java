package org.shaodao.casefile;

/** What all steps asked for over HTTP have in common: how codes and persons are written, and how long words may be. */
final class CaseRequests {
    static final String CODE = "[\\p{L}\\p{N}][\\p{L}\\p{N}._/&()' -]{0,99}";
    static final String PERSON = "[A-Za-z0-9._-]{1,64}";
    static final int WORDS = 20_000;

    /** What an upload gave back for a file: its id and its key. */
    static final String TICKET = "[A-Za-z0-9_.-]{40,400}";

    /** With one step. */
    static final int ATTACHMENTS = 10;

    private CaseRequests() {}
}
