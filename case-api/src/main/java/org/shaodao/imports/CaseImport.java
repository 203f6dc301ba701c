package org.shaodao.imports;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.shaodao.access.Caller;
import org.shaodao.casefile.CallingEvent;
import org.shaodao.casefile.CallingRequests;
import org.shaodao.casefile.CaseDesk;
import org.shaodao.casefile.CaseFile;
import org.shaodao.casefile.ClosingRequests;
import org.shaodao.casefile.DispatchRole;
import org.shaodao.casefile.IntakeRequests;
import org.shaodao.casefile.LinkRequests;
import org.shaodao.casefile.ReplyKind;
import org.shaodao.casefile.VerificationBasis;
import org.shaodao.casefile.WorkRequests;
import org.shaodao.demand.Outcome;
import org.shaodao.fact.By;
import org.shaodao.fact.Role;
import org.shaodao.web.RequestMark;

/**
 * Makes a case of a row: raised, dispatched to its agency, replied to where the source did, and where it closed it,
 * verified on the source's word and closed, or noted as a duplicate or as transferred where the source says no more than
 * that. Every step has an identity of its own made from source and row, so a second reading, or a
 * later file of the same source, only adds what is new.
 */
final class CaseImport {
    private static final UUID NAMESPACE = UUID.fromString("5ba0da00-0000-5000-8000-000000000311");
    private static final String NO_RESOLUTION = "(closed in the source without a word on the resolution)";

    private static final int FIRST = 1;

    private final CaseDesk desk;
    private final EventStore events;
    private final SourceDirectory directory;
    private final String source;
    private final Caller caller;

    CaseImport(CaseDesk desk, EventStore events, SourceDirectory directory, String source, Caller caller) {
        this.desk = desk;
        this.events = events;
        this.directory = directory;
        this.source = source;
        this.caller = caller;
    }

    /** Whether the case is new here; an existing one is completed. */
    boolean take(SourceRow row) {
        UUID caseId = UuidCreator.getNameBasedSha1(NAMESPACE, source + '\n' + row.id());
        boolean opened = events.lastSequenceNumberFor(caseId.toString()).isEmpty();
        if (opened) {
            open(row, caseId);
        }
        Optional<String> before = opened ? Optional.empty() : dispatchedTo(caseId);
        String unit = before.orElseGet(() -> dispatch(row, caseId));
        if (row.repliedAt() != null) {
            desk.take(
                    caseId,
                    FIRST,
                    new WorkRequests.Reply(
                            ReplyKind.FINAL, Outcome.EXPLAINED, words(row), null, null, null, null, row.repliedAt()),
                    mark(caseId, "reply", Role.UNIT, unit));
        }
        if (row.closedAt() != null) {
            end(row, row.closedAt(), caseId);
        }
        return opened;
    }

    private void end(SourceRow row, Instant at, UUID caseId) {
        RequestMark street = mark(caseId, "close", Role.STREET, directory.street());
        switch (row.ending()) {
            case HANDLED -> {
                desk.take(
                        caseId,
                        new ClosingRequests.Verify(VerificationBasis.SOURCE_SYSTEM, null, at),
                        mark(caseId, "verify", Role.STREET, directory.street()));
                desk.take(caseId, new ClosingRequests.Close(null, null, null, at), street);
            }
            case DUPLICATE -> desk.take(caseId, new LinkRequests.NoteDuplicate(words(row), at), street);
            case TRANSFERRED -> desk.take(caseId, new LinkRequests.TransferOutside(words(row), at), street);
        }
    }

    private static String words(SourceRow row) {
        return row.reply().isBlank() ? NO_RESOLUTION : row.reply();
    }

    /** The unit that answers for the case, whatever agency a later file names. */
    private Optional<String> dispatchedTo(UUID caseId) {
        for (var stored = events.readEvents(caseId.toString()); stored.hasNext(); ) {
            if (stored.next().getPayload() instanceof CallingEvent.Dispatched sent && sent.dispatch() == FIRST) {
                return Optional.of(sent.unit());
            }
        }
        return Optional.empty();
    }

    private String dispatch(SourceRow row, UUID caseId) {
        String unit = directory.unit(row);
        desk.take(
                caseId,
                new CallingRequests.Dispatch(
                        new CallingRequests.Call(unit, DispatchRole.LEAD, row.subject()), row.createdAt()),
                mark(caseId, "dispatch", Role.STREET, directory.street()));
        return unit;
    }

    private void open(SourceRow row, UUID caseId) {
        desk.raise(
                caseId,
                new IntakeRequests.Raise(
                        row.kind(),
                        null,
                        row.channel(),
                        directory.category(row),
                        directory.place(row),
                        SourceDirectory.shortened(row.subject()),
                        row.narrative(),
                        directory.street(),
                        null,
                        null,
                        row.address().isBlank() ? null : row.address(),
                        null,
                        null,
                        null,
                        new IntakeRequests.Outside(source, row.id(), row.dueStill()),
                        null,
                        row.createdAt()),
                mark(caseId, "raise", Role.STREET, directory.street()));
    }

    /** The source's word on who acted: each side under an officer id of its own, so that no act is its own judge. */
    private RequestMark mark(UUID caseId, String step, Role role, String unit) {
        String commandId = UuidCreator.getNameBasedSha1(caseId, step).toString();
        By by = new By(caller.id(), unit, role, "source." + role.name().toLowerCase(Locale.ROOT));
        return new RequestMark(by, true, commandId, "import", true, null, CaseFile.IMPORT, commandId);
    }
}
