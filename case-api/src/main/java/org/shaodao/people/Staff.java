package org.shaodao.people;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Accounts;
import org.shaodao.access.Audit;
import org.shaodao.access.Audit.Act;
import org.shaodao.access.Caller;
import org.shaodao.access.FirstStart;
import org.shaodao.access.KnownUnits;
import org.shaodao.access.SignIn;
import org.shaodao.fact.Role;
import org.shaodao.people.UserRequests.Made;
import org.shaodao.people.UserRequests.NewDeputy;
import org.shaodao.people.UserRequests.NewRole;
import org.shaodao.people.UserRequests.NewUser;
import org.shaodao.people.UserRequests.RoleDays;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemCode;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Changes accounts, roles and deputies. Each change and the row of the audit that tells of it are one transaction, and
 * one administrator changes something at a time: so nobody ends the last one, however many try at once.
 */
@Service
class Staff {
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final People people;
    private final Accounts accounts;
    private final SignIn door;
    private final Audit audit;
    private final KnownUnits units;
    private final FirstStart drawn;
    private final PasswordEncoder passwords;
    private final Clock clock;

    Staff(
            JdbcClient jdbc,
            TransactionOperations transaction,
            People people,
            Accounts accounts,
            SignIn door,
            Audit audit,
            KnownUnits units,
            FirstStart drawn,
            PasswordEncoder passwords,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.people = people;
        this.accounts = accounts;
        this.door = door;
        this.audit = audit;
        this.units = units;
        this.drawn = drawn;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Makes an account under an id of the asker's choosing; empty where that was done before. */
    Optional<Made> create(String id, NewUser request, Caller by) {
        String login = request.login();
        String password = Boolean.FALSE.equals(request.password()) ? null : drawn.password();
        String hash = password == null ? null : passwords.encode(password);
        return alone(() -> {
            if (people.find(id).isPresent()) {
                return Optional.empty();
            }
            named(() -> jdbc.sql("insert into access.account (id, login, password_hash, must_change, created_at)"
                            + " values (?, ?, ?, true, ?)")
                    .params(id, login)
                    .param(hash)
                    .param(now())
                    .update());
            note(by, Act.USER_CREATED, id, null, Map.of("login", login, "password", password != null));
            return Optional.of(new Made(known(id), password));
        });
    }

    Person rename(String id, String login, Caller by) {
        return alone(() -> {
            Person before = living(id);
            named(() -> jdbc.sql("update access.account set login = ? where id = ?")
                    .params(login, id)
                    .update());
            note(by, Act.USER_RENAMED, id, Map.of("login", before.login()), Map.of("login", login));
            return known(id);
        });
    }

    /** Nobody signs in as them from now on, and whoever did is out. */
    void end(String id, Caller by) {
        alone(() -> {
            Person before = living(id);
            update("update access.account set ended_at = ?, session_round = session_round + 1 where id = ?", now(), id);
            note(by, Act.USER_ENDED, id, Map.of("login", before.login()), null);
            return before;
        });
    }

    /** Gives a role under an id of the asker's choosing, unless that was done before. */
    Person give(String id, String assignment, NewRole request, Caller by) {
        Role role = request.role();
        String unit = request.unit();
        Days days = new Days(request.from(), request.until());
        units.requireUnitOf(role, unit);
        return alone(() -> {
            Person before = living(id);
            if (before.roles().stream().anyMatch(each -> each.id().equals(assignment))) {
                return before;
            }
            jdbc.sql("""
                            insert into access.assignment (id, account, role, unit, from_day, until_day, created_at)
                            values (?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(assignment, id, role.name())
                    .param(unit)
                    .param(days.from())
                    .param(days.until())
                    .param(now())
                    .update();
            note(by, Act.ROLE_GIVEN, id, null, assigned(assignment, role, unit, days.from(), days.until()));
            return known(id);
        });
    }

    Person change(String id, String assignment, RoleDays request, Caller by) {
        Days days = new Days(request.from(), request.until());
        return alone(() -> {
            Person.Assigned before = assigned(living(id), assignment);
            jdbc.sql("update access.assignment set from_day = ?, until_day = ? where id = ?")
                    .param(days.from())
                    .param(days.until())
                    .param(assignment)
                    .update();
            note(
                    by,
                    Act.ROLE_CHANGED,
                    id,
                    said(before),
                    assigned(assignment, before.role(), before.unit(), days.from(), days.until()));
            return known(id);
        });
    }

    void take(String id, String assignment, Caller by) {
        alone(() -> {
            Person.Assigned before = assigned(living(id), assignment);
            update("update access.assignment set ended_at = ? where id = ?", now(), assignment);
            note(by, Act.ROLE_ENDED, id, said(before), null);
            return before;
        });
    }

    /** Names a deputy under an id of the asker's choosing, unless that was done before. */
    Person standIn(String id, String assignment, String row, NewDeputy request, Caller by) {
        String deputy = request.user();
        LocalDate from = request.from();
        LocalDate until = request.until();
        Days.require(from, until);
        return alone(() -> {
            Person before = living(id);
            if (assigned(before, assignment).deputies().stream()
                    .anyMatch(each -> each.id().equals(row))) {
                return before;
            }
            if (deputy.equals(id)
                    || people.find(deputy).filter(p -> p.endedAt() == null).isEmpty()) {
                throw Problem.field("user", "another-user");
            }
            jdbc.sql("""
                            insert into access.deputy (id, assignment, account, from_day, until_day, created_at)
                            values (?, ?, ?, ?, ?, ?)
                            """).params(row, assignment, deputy, from, until, now()).update();
            note(
                    by,
                    Act.DEPUTY_NAMED,
                    id,
                    null,
                    Map.of("id", row, "role", assignment, "user", deputy, "from", from, "until", until));
            return known(id);
        });
    }

    void standBack(String id, String assignment, String deputy, Caller by) {
        alone(() -> {
            Person.Deputy before = assigned(living(id), assignment).deputies().stream()
                    .filter(each -> each.id().equals(deputy) && each.endedAt() == null)
                    .findFirst()
                    .orElseThrow(Staff::unknown);
            update("update access.deputy set ended_at = ? where id = ?", now(), deputy);
            note(by, Act.DEPUTY_ENDED, id, Map.of("id", deputy, "role", assignment, "user", before.user()), null);
            return before;
        });
    }

    /** A password for one use instead of theirs, shown this once, and the end of every session of theirs. */
    String reset(String id, Caller by) {
        String password = drawn.password();
        String hash = passwords.encode(password);
        alone(() -> {
            Person before = living(id);
            jdbc.sql("""
                            update access.account
                            set password_hash = ?, must_change = true, session_round = session_round + 1 where id = ?
                            """).param(hash).param(id).update();
            note(by, Act.PASSWORD_RESET, id, Map.of("password", before.password()), Map.of("password", true));
            return before;
        });
        return password;
    }

    /** Forgets the wrong passwords tried for them. */
    void unlock(String id, Caller by) {
        alone(() -> {
            Person person = living(id);
            door.unlock(person.login());
            note(by, Act.USER_UNLOCKED, id, null, null);
            return person;
        });
    }

    private <T> T alone(Supplier<T> change) {
        T changed = transaction.execute(status -> {
            jdbc.sql("lock table access.account in share row exclusive mode").update();
            T done = change.get();
            requireAnAdministrator();
            return done;
        });
        if (changed == null) {
            throw new IllegalStateException("a change without a result");
        }
        return changed;
    }

    /** Somebody must be left who administers today and goes on doing so. */
    private void requireAnAdministrator() {
        boolean left =
                jdbc.sql("""
                        select exists (
                            select 1 from access.assignment a join access.account p on p.id = a.account
                            where a.role = 'ADMINISTRATOR' and a.ended_at is null and p.ended_at is null
                              and a.from_day <= ? and a.until_day is null)
                        """).param(accounts.today()).query(Boolean.class).single();
        if (!left) {
            throw new Problem(ProblemCode.LAST_ADMINISTRATOR, Map.of());
        }
    }

    private void named(Runnable statement) {
        try {
            statement.run();
        } catch (DuplicateKeyException taken) {
            throw new Problem(ProblemCode.LOGIN_TAKEN, Map.of());
        }
    }

    private Person known(String id) {
        return people.find(id).orElseThrow(Staff::unknown);
    }

    private Person living(String id) {
        Person person = known(id);
        if (person.endedAt() != null) {
            throw new Problem(ProblemCode.USER_ENDED, Map.of());
        }
        return person;
    }

    private static Person.Assigned assigned(Person person, String assignment) {
        return person.roles().stream()
                .filter(each -> each.id().equals(assignment) && each.endedAt() == null)
                .findFirst()
                .orElseThrow(Staff::unknown);
    }

    private static Map<String, Object> said(Person.Assigned role) {
        return assigned(role.id(), role.role(), role.unit(), role.from(), role.until());
    }

    private static Map<String, Object> assigned(
            String id, Role role, @Nullable String unit, LocalDate from, @Nullable LocalDate until) {
        Map<String, Object> said = new TreeMap<>(Map.of("id", id, "role", role, "from", from));
        if (unit != null) {
            said.put("unit", unit);
        }
        if (until != null) {
            said.put("until", until);
        }
        return said;
    }

    private static Problem unknown() {
        return new Problem(ProblemCode.NOT_FOUND, Map.of());
    }

    private void note(
            Caller by, Act act, String user, @Nullable Map<String, ?> before, @Nullable Map<String, ?> after) {
        audit.note(by, act, Audit.Kind.USER, user, before, after);
    }

    private void update(String sql, Object... values) {
        jdbc.sql(sql).params(values).update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    /** For something new. */
    static String id() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }
}
