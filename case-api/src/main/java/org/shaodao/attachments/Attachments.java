package org.shaodao.attachments;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.shaodao.attachments.Drafts.Draft;
import org.shaodao.attachments.NotTaken.Reason;
import org.shaodao.attachments.Uploads.Upload;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.fact.Attached;
import org.shaodao.fact.Sealed;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemCode;
import org.shaodao.vault.FileSeals;
import org.springframework.stereotype.Component;

/**
 * Takes files in before a step refers to them, gives them to the step, and opens them again. What a file is, its content
 * says and nothing else.
 */
@Component
public class Attachments {
    /** How much of a file is looked at to tell what it is. */
    private static final int BEGINNING = 1 << 16;

    /** What a form puts around a file. */
    private static final long AROUND = 1 << 16;

    private final AttachmentSettings settings;
    private final Drafts drafts;
    private final BlobStore store;
    private final Pictures pictures;
    private final Uploads uploads;
    private final EventStore events;
    private final Clock clock;

    Attachments(
            AttachmentSettings settings,
            Drafts drafts,
            BlobStore store,
            Pictures pictures,
            Uploads uploads,
            EventStore events,
            Clock clock) {
        this.settings = settings;
        this.drafts = drafts;
        this.store = store;
        this.pictures = pictures;
        this.uploads = uploads;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A file that was taken in.
     *
     * @param ticket what a step names to refer to it
     * @param bytes how long it is now: pictures are drawn anew
     */
    public record Uploaded(String ticket, String mediaType, Long bytes) {}

    /**
     * Refuses what is announced too long for any type, before a byte of it is read.
     *
     * @throws Problem {@code attachment-too-large}
     */
    public void announced(long length) {
        long most = FileType.largest(settings).toBytes();
        if (length > most + AROUND) {
            throw NotTaken.tooLarge(most, settings);
        }
    }

    /**
     * Takes a file in.
     *
     * @param announced how long the request says it is at most; -1 = it does not say
     * @param by opaque id of the uploader, who alone may refer to it
     * @throws Problem when it is not allowed, too large, or cannot be kept now
     */
    public Uploaded receive(InputStream file, long announced, String by) {
        if (uploads.waiting(by) >= settings.mostWaiting()) {
            throw new Problem(ProblemCode.TOO_MANY_WAITING, Map.of("most", settings.mostWaiting()));
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        try {
            byte[] beginning = file.readNBytes(BEGINNING);
            FileType type = type(beginning);
            long most = type.limit(settings).toBytes();
            if (announced > most + AROUND) {
                throw NotTaken.tooLarge(most, settings);
            }
            Watched watched =
                    new Watched(new SequenceInputStream(new ByteArrayInputStream(beginning), file), most, settings);
            AtomicLong bytes = new AtomicLong();
            try (Draft arrived = drafts.seal(id, into -> bytes.set(watched.transferTo(into)))) {
                requireWhole(type, watched);
                return type.picture()
                        ? redrawn(arrived, type, by)
                        : kept(
                                arrived,
                                type == FileType.TEXT ? Texts.require(arrived, settings) : type,
                                bytes.get(),
                                by);
            }
        } catch (IOException brokenOff) {
            throw NotTaken.because(Reason.BROKEN_OFF, "", settings);
        }
    }

    private FileType type(byte[] beginning) throws IOException {
        if (beginning.length == 0) {
            throw NotTaken.because(Reason.EMPTY, "", settings);
        }
        String found = MimeTypes.getDefaultMimeTypes()
                .detect(new ByteArrayInputStream(beginning), new Metadata())
                .getBaseType()
                .toString();
        return FileType.of(found).orElseThrow(() -> NotTaken.because(Reason.TYPE, found, settings));
    }

    private void requireWhole(FileType type, Watched file) {
        if (!type.picture() && file.endsAsArchive()) {
            throw NotTaken.because(Reason.HIDDEN_ARCHIVE, type.mediaType(), settings);
        }
        if (type == FileType.PDF && !file.endsAsPdf()) {
            throw NotTaken.because(Reason.DAMAGED, type.mediaType(), settings);
        }
    }

    private Uploaded redrawn(Draft arrived, FileType type, String by) throws IOException {
        AtomicReference<FileType> drawn = new AtomicReference<>(type);
        try (Draft clean = drafts.seal(arrived.id(), into -> drawn.set(pictures.redraw(arrived::open, type, into)))) {
            try (InputStream again = clean.open()) {
                return kept(clean, drawn.get(), length(again), by);
            }
        }
    }

    private static long length(InputStream file) throws IOException {
        return file.transferTo(OutputStream.nullOutputStream());
    }

    private Uploaded kept(Draft draft, FileType type, long bytes, String by) {
        Ticket ticket = new Ticket(draft.id(), draft.key());
        uploads.add(new Upload(draft.id(), type.mediaType(), bytes, draft.sha256(), ticket.mark(), by, null));
        try {
            store.keep(draft.sha256(), draft.path());
        } catch (IOException e) {
            uploads.forget(draft.id(), clock.instant().plus(Duration.ofSeconds(1)));
            throw Drafts.unavailable(e);
        }
        return new Uploaded(ticket.text(), type.mediaType(), bytes);
    }

    /**
     * Gives files to a step of a case, which refers to them from now on.
     *
     * @param seal seals a key with the key of the person whose words the step seals: label and text
     * @throws Problem when one of them is not there, not the caller's, or another case's
     */
    public List<Attached> claim(List<String> tickets, UUID caseId, String by, Sealing seal) {
        return tickets.stream().map(ticket -> claim(ticket, caseId, by, seal)).toList();
    }

    /** Seals a text under a label for one person and case. */
    public interface Sealing {
        Sealed seal(String label, String text);
    }

    private Attached claim(String text, UUID caseId, String by, Sealing seal) {
        Ticket ticket = Ticket.of(text).orElseThrow(Attachments::unknown);
        Upload upload = uploads.find(ticket.id())
                .filter(file -> file.by().equals(by) && file.keyMark().equals(ticket.mark()))
                .orElseThrow(Attachments::unknown);
        UUID before = upload.caseId();
        if (before != null
                && !before.equals(caseId)
                && attached(before, upload.id()).isPresent()) {
            throw unknown();
        }
        Sealed key = seal.seal(label(upload.id()), ticket.key());
        if (!uploads.claim(upload.id(), caseId)) {
            throw unknown();
        }
        return new Attached(upload.id(), upload.mediaType(), upload.bytes(), upload.sha256(), key);
    }

    private static Problem unknown() {
        return Problem.field("attachments", "attachment");
    }

    /** The label under which the key of a file is sealed. */
    public static String label(UUID file) {
        return "attachment-" + file;
    }

    /** A file to which an event of this case refers, together with the event. */
    public record Reference(CaseEvent event, Attached file) {}

    /** Where a case refers to a file. */
    public Optional<Reference> attached(UUID caseId, UUID file) {
        for (var stored = events.readEvents(caseId.toString()); stored.hasNext(); ) {
            if (stored.next().getPayload() instanceof CaseEvent event) {
                Optional<Reference> found = Optional.ofNullable(event.attachments()).stream()
                        .flatMap(List::stream)
                        .filter(each -> each.id().equals(file))
                        .map(each -> new Reference(event, each))
                        .findFirst();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Opens a file.
     *
     * @param key its key, as the event's seal gave it
     * @throws Problem {@code attachment-store-unavailable}
     */
    public InputStream open(Attached file, String key) {
        try {
            return FileSeals.opening(key, file.id(), store.open(file.sha256()));
        } catch (IOException e) {
            throw Drafts.unavailable(e);
        }
    }

    /** How a file is called when it is saved. */
    public static String fileName(Attached file) {
        return file.id() + "."
                + FileType.of(file.mediaType()).map(FileType::extension).orElse("bin");
    }
}
