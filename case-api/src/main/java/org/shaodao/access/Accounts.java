package org.shaodao.access;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.Role;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** People who sign in, with their passwords hashed by Argon2, and what they may act as today. */
@Repository
public class Accounts {
    /** Systems that sign in with each request write no row with each. */
    private static final Duration SIGNED_IN_TO_THE = Duration.ofMinutes(1);

    private static final String CAPACITIES = """
            select a.id, a.role, a.unit, null as stands_in_for
            from access.assignment a
            where a.account = :account and a.ended_at is null
              and :day between a.from_day and coalesce(a.until_day, :day)
            union all
            select d.id, a.role, a.unit, other.login
            from access.deputy d
            join access.assignment a on a.id = d.assignment
            join access.account other on other.id = a.account
            where d.account = :account and d.ended_at is null and :day between d.from_day and d.until_day
              and a.ended_at is null and :day between a.from_day and coalesce(a.until_day, :day)
              and other.ended_at is null
            order by stands_in_for nulls first, id
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final PasswordEncoder passwords;
    private final Clock clock;
    private final ZoneId zone;
    private final @Nullable String nobodysHash;

    /** @param zone in which the days of roles begin and end */
    Accounts(
            JdbcClient jdbc,
            TransactionOperations transaction,
            PasswordEncoder passwords,
            Clock clock,
            @Value("${shaodao.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.passwords = passwords;
        this.clock = clock;
        this.zone = zone;
        this.nobodysHash = passwords.encode("nobody has this password");
    }

    /** Today, as roles and deputies count days. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** Whether nobody can sign in yet. */
    public boolean none() {
        return jdbc.sql("select not exists (select 1 from access.account)")
                .query(Boolean.class)
                .single();
    }

    /**
     * Creates an account with one role from today on, or does nothing where the login is taken.
     *
     * @param mustChange whether the password is for one use
     */
    public void createIfAbsent(String login, Role role, @Nullable String unit, String password, boolean mustChange) {
        String hash = passwords.encode(password);
        transaction.executeWithoutResult(status -> {
            String id = UuidCreator.getTimeOrderedEpoch().toString();
            OffsetDateTime now = OffsetDateTime.now(clock);
            int created = jdbc.sql("""
                            insert into access.account (id, login, password_hash, must_change, created_at)
                            values (?, ?, ?, ?, ?) on conflict (login) do nothing
                            """)
                    .params(id, login)
                    .param(hash)
                    .params(mustChange, now)
                    .update();
            if (created == 1) {
                jdbc.sql("""
                                insert into access.assignment (id, account, role, unit, from_day, created_at)
                                values (?, ?, ?, ?, ?, ?)
                                """)
                        .params(id, id, role.name())
                        .param(unit)
                        .params(today(), now)
                        .update();
            }
        });
    }

    /**
     * The account behind login and password. An unknown login costs as much time as a wrong password.
     *
     * @throws NoRoleToday where both are right, and nothing may be done with them today
     */
    Optional<Caller> signIn(String login, String password) {
        Optional<Row> row = find("login", login).filter(found -> found.hash() != null);
        boolean right = passwords.matches(password, row.map(Row::hash).orElse(nobodysHash));
        return right ? row.map(this::entering) : Optional.empty();
    }

    /** The account of this name for somebody who was recognised elsewhere. */
    Optional<Caller> recognised(String login) {
        return find("login", login).map(row -> entering(new Row(row.id(), row.login(), null, row.round(), false)));
    }

    /** Somebody signed in, here or elsewhere. */
    void entered(Caller caller) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("""
                        update access.account set last_sign_in_at = :now
                        where id = :id and coalesce(last_sign_in_at < :before, true)
                        """)
                .param("now", now)
                .param("id", caller.id())
                .param("before", now.minus(SIGNED_IN_TO_THE))
                .update();
    }

    private Caller entering(Row row) {
        List<Capacity> capacities = capacities(row.id());
        if (capacities.isEmpty()) {
            throw new NoRoleToday();
        }
        return caller(row, capacities.getFirst(), capacities.size() == 1);
    }

    /** What the account may act as today: their own roles first. */
    public List<Capacity> capacities(String account) {
        return jdbc.sql(CAPACITIES)
                .param("account", account)
                .param("day", today())
                .query((rs, i) -> new Capacity(
                        rs.getString("id"),
                        Role.valueOf(rs.getString("role")),
                        rs.getString("unit"),
                        rs.getString("stands_in_for")))
                .list();
    }

    /** The same person in the role of their choice, if it is theirs today. */
    public Optional<Caller> as(Caller caller, String capacity) {
        return find("id", caller.id())
                .flatMap(row -> capacities(row.id()).stream()
                        .filter(each -> each.id().equals(capacity))
                        .findFirst()
                        .map(chosen -> caller(row.of(caller), chosen, true)));
    }

    /** Somebody who signed in before, if their session goes on: in the role they chose, while it is theirs. */
    Optional<Caller> still(Caller caller) {
        if (!(caller.door() instanceof Caller.Door.Account before)) {
            return Optional.of(caller);
        }
        return find("id", caller.id())
                .filter(row -> row.round() == before.round())
                .flatMap(row -> {
                    List<Capacity> capacities = capacities(row.id());
                    Optional<Caller> same = capacities.stream()
                            .filter(each -> each.id().equals(before.capacity()))
                            .findFirst()
                            .map(chosen -> caller(row, chosen, true));
                    return same.or(() -> capacities.stream()
                            .findFirst()
                            .map(first -> caller(row, first, before.capacity() == null && capacities.size() == 1)));
                });
    }

    /**
     * Gives the caller's account a password of its owner's choosing, and ends every session. A one-time password is
     * changed once: whoever still has a session opened with it changes nothing afterwards.
     *
     * @return whether it was changed
     */
    public boolean changePassword(Caller caller, NewPassword chosen) {
        return jdbc.sql("""
                                update access.account
                                set password_hash = ?, must_change = false, session_round = session_round + 1
                                where id = ? and must_change = ? and password_hash is not null and ended_at is null
                                """)
                        .param(passwords.encode(chosen.password()))
                        .params(caller.id(), caller.mustChange())
                        .update()
                == 1;
    }

    /** The login of somebody who works or worked where the reader does; an auditor is told anybody's. */
    Optional<String> nameFor(Caller reader, String id) {
        return jdbc.sql("""
                        select p.login from access.account p
                        where p.id = :id and (:all or exists (
                            select 1 from access.assignment a where a.account = p.id and a.unit = :unit))
                        """)
                .param("id", id)
                .param("all", reader.role() == Role.AUDITOR)
                .param("unit", reader.unit())
                .query(String.class)
                .optional();
    }

    /** Who may act for a unit today in a role of their own, by login. */
    public List<Caller> of(String unit) {
        return jdbc.sql("""
                        select p.*, a.id as capacity, a.role from access.account p
                        join access.assignment a on a.account = p.id
                        where a.unit = :unit and a.ended_at is null and p.ended_at is null
                          and :day between a.from_day and coalesce(a.until_day, :day)
                        order by p.login
                        """)
                .param("unit", unit)
                .param("day", today())
                .query((rs, i) -> caller(
                        row(rs),
                        new Capacity(rs.getString("capacity"), Role.valueOf(rs.getString("role")), unit, null),
                        true))
                .list();
    }

    private static Caller caller(Row row, Capacity as, boolean chosen) {
        return new Caller(
                row.id(),
                row.login(),
                as.role(),
                chosen ? as.unit() : null,
                new Caller.Door.Account(
                        chosen ? as.id() : null, chosen ? as.standsInFor() : null, row.round(), row.mustChange()));
    }

    private Optional<Row> find(String column, String value) {
        if (value.indexOf('\0') >= 0) {
            return Optional.empty(); // No column holds NUL: the statement would fail.
        }
        return jdbc.sql("select * from access.account where ended_at is null and " + column + " = ?")
                .param(value)
                .query((rs, i) -> row(rs))
                .optional();
    }

    private static Row row(ResultSet rs) throws SQLException {
        return new Row(
                rs.getString("id"),
                rs.getString("login"),
                rs.getString("password_hash"),
                rs.getInt("session_round"),
                rs.getBoolean("must_change"));
    }

    private record Row(String id, String login, @Nullable String hash, int round, boolean mustChange) {
        /** Whoever came in without the one-time password need not change it. */
        private Row of(Caller caller) {
            return new Row(id, login, hash, round, mustChange && caller.mustChange());
        }
    }
}
