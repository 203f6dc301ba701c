package org.shaodao.postgres;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** The TCP port of the server: chosen once and kept with the data, so that others can be told where to connect. */
record ServerPort(int number, ServerFolder folder) {
    /** The range lies below the ports of outgoing connections (Linux: from 32768) and Kubernetes' node ports. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 29_999;
    private static final String FILE = "port";

    static ServerPort keptIn(ServerFolder folder) throws IOException {
        String text = folder.kept(FILE, Integer.toString(free()));
        if (!text.matches("[1-9][0-9]{3,4}") || Integer.parseInt(text) < 1024 || Integer.parseInt(text) > 65_535) {
            throw new DatabaseStartException(
                    "The file %s should hold the port of the database, a number from 1024 to 65535, and holds \"%s\"."
                            .formatted(folder.path(FILE), text));
        }
        return new ServerPort(Integer.parseInt(text), folder);
    }

    private static int free() {
        int port;
        do {
            port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST + 1);
        } while (isTaken(port));
        return port;
    }

    /** Moving silently to another port would hide from everyone else that the database has moved. */
    void refuseIfTaken() {
        if (isTaken(number)) {
            throw new DatabaseStartException(
                    "Port %d of %s, kept for this database in the file %s, is used by another program: stop that program or write a free port into the file."
                            .formatted(number, ServerSettings.HOST, folder.path(FILE)));
        }
    }

    private static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // As PostgreSQL does: connections of a predecessor that are still closing are no obstacle.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(ServerSettings.HOST, port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
