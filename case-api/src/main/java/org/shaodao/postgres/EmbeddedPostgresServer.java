package org.shaodao.postgres;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL an installation gets when it names none: started by the application, its data kept in the
 * application's folder, reachable from this machine only and with a password only.
 *
 * <p>It lives exactly as long as this object. A server that dies is started again until {@link #close()}. There is
 * deliberately no JVM shutdown hook: it would take the database away from an application that is still finishing its
 * work. A server left over by a killed application is stopped, not adopted: so there is one way only to come to a
 * running server, it is always a child of this process, and it always runs with the programs and settings of this
 * version.
 *
 * <p>PostgreSQL's own {@code initdb}, {@code postgres} and {@code pg_ctl} are driven here, not zonky's
 * {@code EmbeddedPostgres}: that serves tests, with trust instead of passwords, fsync off and no notion of a
 * predecessor. What is used of zonky are its archives of PostgreSQL and its search for the one that fits the machine.
 *
 * <p>Everything is in {@code <data folder>/postgresql}, open to its owner only: {@code cluster} (the data),
 * {@code binaries}, {@code port}, {@code postgresql.log} and the passwords of the superuser and of the application.
 */
public final class EmbeddedPostgresServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgresServer.class);

    private final FolderLock lock;
    private final Postmaster postmaster;
    private final int port;
    private final String password;

    private EmbeddedPostgresServer(FolderLock lock, Postmaster postmaster, int port, String password) {
        this.lock = lock;
        this.postmaster = postmaster;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts the database, creating it the first time; returns when it accepts connections. After a crash that includes
     * PostgreSQL's recovery, which is given all the time it needs.
     *
     * @param dataFolder where the installation keeps its data; created if absent
     * @throws DatabaseStartException if it cannot be started, or another live process uses the folder
     */
    public static EmbeddedPostgresServer start(Path dataFolder) {
        return start(dataFolder, dataFolder.resolve(ServerFolder.NAME).resolve("binaries"));
    }

    /** As {@link #start(Path)}, with the unpacked programs elsewhere, so that several data folders can share them. */
    static EmbeddedPostgresServer start(Path dataFolder, Path programs) {
        Binaries binaries = Binaries.forMachine(System.getProperty("os.name"), System.getProperty("os.arch"));
        ServerFolder folder = ServerFolder.in(dataFolder);
        folder.refuseFullDisk();
        try {
            FolderLock lock = FolderLock.acquire(folder);
            try {
                EmbeddedPostgresServer server = start(lock, folder, binaries.unpackedIn(programs));
                LOG.info("PostgreSQL is ready on {}:{}, its data in {}", server.host(), server.port(), folder);
                return server;
            } catch (IOException | InterruptedException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DatabaseStartException(
                    "The database in %s could not be started: %s; %d MB are free there."
                            .formatted(folder, e.getMessage(), folder.freeMegabytes()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseStartException("The start of the database in %s was interrupted.".formatted(folder), e);
        }
    }

    private static EmbeddedPostgresServer start(FolderLock lock, ServerFolder folder, Path bin)
            throws IOException, InterruptedException {
        Cluster cluster = new Cluster(folder, new Programs(bin, folder.path()));
        cluster.endProcesses();
        cluster.initialiseIfAbsent();
        ServerPort port = ServerPort.keptIn(folder);
        String password = folder.secret("application.password");
        try {
            Postmaster postmaster = new Postmaster(folder, cluster, port);
            Databases.createIfAbsent(port, password);
            postmaster.supervise();
            return new EmbeddedPostgresServer(lock, postmaster, port.number(), password);
        } catch (IOException | InterruptedException | RuntimeException e) {
            cluster.endProcesses();
            throw e;
        }
    }

    /** The address the server listens on: this machine's own, never the network's. */
    public String host() {
        return ServerSettings.HOST;
    }

    /** The TCP port, chosen at the first start and the same ever after. */
    public int port() {
        return port;
    }

    /** The role the application connects as. It owns both databases and is no superuser. */
    public String user() {
        return Databases.APPLICATION;
    }

    /** The password of {@link #user()}; the same ever after. */
    public String password() {
        return password;
    }

    /** JDBC URL, without credentials, of the database of events and views. */
    public String eventsUrl() {
        return Databases.url(port, Databases.EVENTS);
    }

    /** JDBC URL, without credentials, of the vault: a database of its own, so that it can be backed up apart. */
    public String vaultUrl() {
        return Databases.url(port, Databases.VAULT);
    }

    /** Stops the server, ending open sessions, and returns when it has stopped and the folder is free for another. */
    @Override
    public void close() {
        postmaster.stop();
        lock.close();
    }
}
