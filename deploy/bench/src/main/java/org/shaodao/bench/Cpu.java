package org.shaodao.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Processor time as the kernel counts it, in microseconds to the hundredth of a second. On a machine that others use
 * too it is a steadier measure than the clock.
 */
final class Cpu {
    private static final long MICROS_PER_TICK = 10_000;
    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int ENDED_CHILDREN_USER = 13;
    private static final int ENDED_CHILDREN_SYSTEM = 14;

    private Cpu() {}

    /** Of one process. */
    static long ofProcess(long pid) {
        String[] stat = stat(pid);
        return ticks(stat, USER, SYSTEM) * MICROS_PER_TICK;
    }

    /** Of a PostgreSQL server: the postmaster, its processes, and those of them that have ended. */
    static long ofServer(long postmaster) {
        long ticks = ticks(stat(postmaster), USER, SYSTEM, ENDED_CHILDREN_USER, ENDED_CHILDREN_SYSTEM);
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                String[] stat = stat(Long.parseLong(process.getFileName().toString()));
                if (stat.length > 0 && Long.parseLong(stat[PARENT]) == postmaster) {
                    ticks += ticks(stat, USER, SYSTEM);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ticks * MICROS_PER_TICK;
    }

    private static long ticks(String[] stat, int... fields) {
        long ticks = 0;
        for (int field : fields) {
            ticks += stat.length > field ? Long.parseLong(stat[field]) : 0;
        }
        return ticks;
    }

    /** Fields after the name, which may hold anything; none where the process has ended meanwhile. */
    private static String[] stat(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        } catch (IOException gone) {
            return new String[0];
        }
    }
}
