package org.shaodao.imports;

/** Counts rows while many threads take them. */
final class ImportTally {
    private int read;
    private int opened;
    private int open;
    private int closed;
    private int rejected;
    private int contradicting;

    synchronized void taken(boolean isNew, boolean isClosed, boolean contradicts) {
        read++;
        opened += isNew ? 1 : 0;
        closed += isClosed ? 1 : 0;
        open += isClosed ? 0 : 1;
        contradicting += contradicts ? 1 : 0;
    }

    synchronized void rejected() {
        read++;
        rejected++;
    }

    synchronized ImportJobs.Counts counts() {
        return new ImportJobs.Counts(read, opened, open + closed - opened, open, closed, rejected, contradicting);
    }
}
