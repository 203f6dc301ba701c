package org.shaodao.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.shaodao.access.Accounts;
import org.shaodao.access.FirstStart;
import org.shaodao.documents.DocumentKind;
import org.shaodao.documents.Documents;
import org.shaodao.documents.Shipped;
import org.shaodao.fact.Role;
import org.shaodao.wiring.CityTime;
import org.shaodao.wiring.ShaodaoSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Fills an empty installation that was started with {@code shaodao.demo} and says who can sign in. A second start finds
 * everything there and changes nothing; where people work already, nothing is put among what is theirs.
 */
@Component
@ConditionalOnBooleanProperty("shaodao.demo")
class Demonstration {
    private static final List<Login> LOGINS = List.of(
            new Login("huayuan", Role.STREET, DemoCity.STREET, "花园街道办"),
            new Login("gongre", Role.UNIT, DemoCity.HEATING, "供热公司"),
            new Login("zhujian", Role.UNIT, DemoCity.HOUSING, "住建局"),
            new Login("chengguan", Role.UNIT, DemoCity.URBAN, "城管局"),
            new Login("duban", Role.DISTRICT, DemoCity.DISTRICT, "区督办室"),
            new Login("shenji", Role.AUDITOR, DemoCity.DISTRICT, "审计"));

    private final Accounts accounts;
    private final FirstStart console;
    private final Shipped shipped;
    private final DemoCases cases;
    private final LivingCity city;
    private final CityTime time;
    private final Documents documents;
    private final Path remembered;

    Demonstration(
            Accounts accounts,
            FirstStart console,
            Shipped shipped,
            DemoCases cases,
            LivingCity city,
            CityTime time,
            Documents documents,
            ShaodaoSettings settings) {
        this.accounts = accounts;
        this.console = console;
        this.shipped = shipped;
        this.cases = cases;
        this.city = city;
        this.time = time;
        this.documents = documents;
        this.remembered = settings.data().resolve("secrets").resolve("demo-logins");
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(2)
    void fill() {
        if (!Files.exists(remembered) && !empty()) {
            time.flow();
            console.say("  not empty: no demonstration is put in   已有数据，不放入演示内容");
            return;
        }
        Map<String, String> passwords = passwords();
        DemoCity.DOCUMENTS.forEach(document -> shipped.publish(document, Demonstration.class));
        for (Login login : LOGINS) {
            String password =
                    Objects.requireNonNull(passwords.get(login.name()), "a login without a remembered password");
            accounts.createIfAbsent(login.name(), login.role(), login.unit(), password, false);
            console.say("  %s / %s   (%s %s)".formatted(login.name(), password, login.role(), login.says()));
        }
        console.say("  收件箱 inbox: sign in as gongre; 案卷 cases: sign in as huayuan; 指标 figures: sign in as duban");
        city.live(this::today, console::say);
    }

    private void today() {
        cases.open();
        console.say("  居民 a resident: /resident with %s".formatted(cases.followed()));
    }

    /** Without a registry there is no unit and no place, and so no case either. */
    private boolean empty() {
        return !documents.any(DocumentKind.REGISTRY);
    }

    /** Made at the first start and kept beside the other secrets, so that every start can say them. */
    private Map<String, String> passwords() {
        try {
            if (!Files.exists(remembered)) {
                StringBuilder lines = new StringBuilder();
                LOGINS.forEach(login -> lines.append(login.name())
                        .append(' ')
                        .append(console.password())
                        .append('\n'));
                Path draft = remembered.resolveSibling("demo-logins.new");
                Files.deleteIfExists(draft);
                Files.createFile(
                        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(draft, lines, StandardCharsets.UTF_8);
                Files.move(draft, remembered, StandardCopyOption.ATOMIC_MOVE);
            }
            Map<String, String> passwords = new LinkedHashMap<>();
            for (String line : Files.readAllLines(remembered, StandardCharsets.UTF_8)) {
                int space = line.indexOf(' ');
                passwords.put(line.substring(0, space), line.substring(space + 1));
            }
            return passwords;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Login(String name, Role role, String unit, String says) {}
}
