package org.shaodao.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Which pages are for whom, the first of them their home. Called from templates as {@code @desks}. */
@Component("desks")
public class Desks {
    private static final Place INBOX = new Place("inbox");
    private static final Place CONSOLE = new Place("console");
    private static final Place ENTRY = new Place("entry", "/console/raise");
    private static final Place DISTRICT = new Place("district");
    private static final Place BOARD = new Place("board");
    private static final Place AUDIT = new Place("audit");
    private static final Place CASES = new Place("cases");
    private static final Place DISPUTES = new Place("disputes");
    private static final Place SLA = new Place("sla");
    private static final Place STATUS = new Place("status");
    private static final Place USERS = new Place("users");
    private static final Place KEYS = new Place("keys");
    private static final Place ADMINISTRATION = new Place("administration");
    private static final Place DOCUMENTS = new Place("documents", "/administration/documents");

    /**
     * A page of the navigation.
     *
     * @param word by which it goes in its name below {@code ui.nav.}
     * @param path its address
     */
    public record Place(String word, String path) {
        private Place(String word) {
            this(word, '/' + word);
        }
    }

    /** Who reads the page; null at the door. */
    public @Nullable Caller caller() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof Caller caller ? caller : null;
    }

    /** The places of a role, in the order of the bar. */
    public List<Place> of(Caller caller) {
        return switch (caller.role()) {
            case UNIT -> List.of(INBOX, DISPUTES, BOARD, SLA);
            case STREET -> List.of(CONSOLE, CASES, DISPUTES, BOARD, SLA);
            case DISTRICT -> List.of(DISTRICT, CASES, DISPUTES, BOARD, SLA);
            case AUDITOR -> List.of(AUDIT, CASES, DISPUTES, BOARD, SLA, DOCUMENTS, ADMINISTRATION);
            case ADMINISTRATOR -> List.of(USERS, KEYS, ADMINISTRATION, DOCUMENTS, STATUS);
            case GRID_WORKER, COMMUNITY -> List.of(ENTRY);
            case RESIDENT, OUTSIDE, SYSTEM -> List.of();
        };
    }
}
