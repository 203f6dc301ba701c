package org.shaodao.imports;

/** Counts rows while many threads take them. */
final class ImportTally {
    private int read;
    private int opened;
    private int open;
    private int closed;
    private int duplicates;
    private int transferred;
    private int rejected;
    private int contradicting;

    synchronized void taken(boolean isNew, SourceRow row) {
        read++;
        opened += isNew ? 1 : 0;
        contradicting += row.contradicting() ? 1 : 0;
        if (row.closedAt() == null) {
            open++;
            return;
        }
        closed++;
        switch (row.ending()) {
            case HANDLED -> {}
            case DUPLICATE -> duplicates++;
            case TRANSFERRED -> transferred++;
        }
    }

    synchronized void rejected() {
        read++;
        rejected++;
    }

    synchronized ImportJobs.Counts counts() {
        return new ImportJobs.Counts(
                read, opened, open + closed - opened, open, closed, duplicates, transferred, rejected, contradicting);
    }
}
