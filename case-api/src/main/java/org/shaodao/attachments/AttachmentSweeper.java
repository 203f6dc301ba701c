package org.shaodao.attachments;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.shaodao.attachments.Uploads.Upload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes files to which no event refers a day after they were last touched. Whether one does, the case itself says: a
 * step whose answer was lost keeps its files.
 */
@Component
class AttachmentSweeper {
    static final Duration PATIENCE = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(AttachmentSweeper.class);
    private static final int BATCH = 200;

    private final Uploads uploads;
    private final Attachments attachments;
    private final BlobStore store;
    private final Drafts drafts;
    private final Clock clock;

    AttachmentSweeper(Uploads uploads, Attachments attachments, BlobStore store, Drafts drafts, Clock clock) {
        this.uploads = uploads;
        this.attachments = attachments;
        this.store = store;
        this.drafts = drafts;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
    void sweep() {
        try {
            sweep(clock.instant().minus(PATIENCE));
        } catch (IOException | RuntimeException e) {
            LOG.warn("attachments could not be swept: {}", e.toString());
        }
    }

    /** Removes what was last touched before then; how many files there were. */
    int sweep(Instant before) throws IOException {
        int swept = 0;
        List<Upload> some;
        do {
            some = uploads.untouched(before, BATCH);
            for (Upload file : some) {
                UUID caseId = file.caseId();
                if (caseId != null && attachments.attached(caseId, file.id()).isPresent()) {
                    uploads.referredTo(file.id());
                } else if (uploads.forget(file.id(), before)) {
                    store.remove(file.sha256());
                    swept++;
                }
            }
        } while (some.size() == BATCH);
        drafts.sweep(before);
        return swept;
    }
}
