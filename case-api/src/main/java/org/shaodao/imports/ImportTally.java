package org.shaodao.imports;

import java.lang.management.ManagementFactory;

/** Counts rows while many threads take them, and notes how much of the heap is in use meanwhile. */
final class ImportTally {
    private int read;
    private int opened;
    private int open;
    private int closed;
    private int duplicates;
    private int transferred;
    private int rejected;
    private int contradicting;
    private long peakHeap;

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

    /** Looks at the heap; what pools reached at different moments does not add up to a peak. */
    synchronized void noteHeap() {
        peakHeap = Math.max(
                peakHeap,
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }

    /** The most that was in use whenever it was looked at, in MiB, with what was not collected yet. */
    synchronized int peakHeapMib() {
        return Math.toIntExact(peakHeap >> 20);
    }
}
