package org.shaodao.eventstore;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * A network between a client and PostgreSQL that fails when told to. It knows a commit by its word, so the client must
 * send it in plain text: {@code prepareThreshold=0}.
 */
final class FaultyWire implements AutoCloseable {
    /** What may happen around a commit. */
    enum Fault {
        /** The server commits; its answer is lost and the connection with it. */
        ANSWER_LOST,
        /** The server commits; its answer never comes and the connection stays. */
        ANSWER_WITHHELD,
        /** The commit does not reach the server, and both see the connection end. */
        COMMIT_LOST,
        /** The commit does not reach the server, which goes on waiting for it; only the client sees the end. */
        COMMIT_LOST_UNNOTICED
    }

    private final ServerSocket entrance;
    private final int serverPort;
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean refusing;
    private Fault fault = Fault.ANSWER_LOST;
    private int commitsToGo;
    private int faults;

    FaultyWire(int serverPort) throws IOException {
        this.serverPort = serverPort;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** The fault happens at the commit that comes as the given one from now on, counted from 1. */
    synchronized void failAtCommit(int which, Fault fault) {
        this.commitsToGo = which;
        this.fault = fault;
    }

    private synchronized boolean failsNow() {
        boolean now = commitsToGo > 0 && --commitsToGo == 0;
        if (now) {
            faults++;
        }
        return now;
    }

    /** How many faults have happened. */
    synchronized int faults() {
        return faults;
    }

    /** New connections are refused, or accepted again; existing ones stay. */
    void refuse(boolean refuse) {
        this.refusing = refuse;
    }

    /** Ends all connections. */
    void cut() {
        lines.forEach(Line::cut);
    }

    /** Over the connections there are, nothing passes any more, and nobody is told. */
    void freeze() {
        lines.forEach(line -> line.frozen = true);
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                if (refusing) {
                    client.close();
                } else {
                    new Line(client, new Socket(InetAddress.getLoopbackAddress(), serverPort)).open();
                }
            } catch (IOException e) {
                // The server is not there, or this wire was closed: the client sees its connection end.
            }
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        entrance.close();
        cut();
    }

    private final class Line {
        private final Socket client;
        private final Socket server;
        private volatile boolean frozen;
        private volatile boolean answerLost;

        Line(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void open() {
            lines.add(this);
            Thread.ofPlatform().daemon().start(this::carryToServer);
            Thread.ofPlatform().daemon().start(this::carryToClient);
        }

        private void carryToServer() {
            byte[] bytes = new byte[1 << 16];
            try (InputStream in = client.getInputStream();
                    OutputStream out = server.getOutputStream()) {
                for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                    boolean commit = new String(bytes, 0, n, StandardCharsets.ISO_8859_1).contains("COMMIT");
                    if (commit && failsNow()) {
                        fail();
                    }
                    if (!frozen || answerLost) {
                        out.write(bytes, 0, n);
                    }
                }
            } catch (IOException | InterruptedException e) {
                // cut
            }
        }

        private void fail() throws IOException, InterruptedException {
            switch (fault) {
                case ANSWER_LOST -> answerLost = true;
                case ANSWER_WITHHELD -> {
                    answerLost = true;
                    frozen = true;
                }
                case COMMIT_LOST -> {
                    cut();
                    throw new IOException("cut");
                }
                case COMMIT_LOST_UNNOTICED -> {
                    client.close();
                    closed.await();
                }
            }
        }

        private void carryToClient() {
            byte[] bytes = new byte[1 << 16];
            try {
                InputStream in = server.getInputStream();
                OutputStream out = client.getOutputStream();
                for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                    if (answerLost && !frozen) {
                        cut();
                    } else if (!frozen) {
                        out.write(bytes, 0, n);
                    }
                }
                client.close();
            } catch (IOException e) {
                // cut
            }
        }

        private void cut() {
            lines.remove(this);
            try {
                client.close();
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
