package org.shaodao.bench;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.exitBlockOnFail;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.jmesPath;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A working day as the product's door sees it: the ten steps of a life, and nearly as many looks at inboxes, desk,
 * figures and the case itself between them. Gatling lives it; whoever is refused ends it for all.
 */
public final class WorkingDay extends Simulation {
    /** System property with a {@link Shift} as JSON. */
    static final String SHIFT = "bench.shift";

    private static final int CLIENTS = 16;
    private static final int REFUSED = 400;
    private static final int UNAVAILABLE = 503;
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Of the demonstration, which knows no others. */
    private static final List<String> CATEGORIES = List.of(
            "heating/cold-home",
            "noise/construction",
            "road/manhole",
            "water/leak",
            "building/elevator",
            "street/stall");

    private static final List<String> PLACES = Stream.of("dongmen", "xiqiao", "nanyuan", "beili")
            .flatMap(community ->
                    Stream.of("", "/grid-1", "/grid-2", "/grid-3").map(grid -> "linxi/huayuan/" + community + grid))
            .toList();

    private final Shift shift = JSON.readValue(System.getProperty(SHIFT), Shift.class);
    private final LongAdder behind = new LongAdder();
    private @Nullable Moment begin;

    /** As Gatling makes it. */
    public WorkingDay() {
        HttpProtocolBuilder door = http.baseUrl(shift.door().url() + "/api/v1")
                .disableWarmUp()
                .disableCaching()
                .disableFollowRedirect()
                .disableAutoReferer()
                .disableAutoOrigin()
                .shareConnections();
        List<ChainBuilder> steps = steps().stream().map(step -> exec(step)).toList();
        ChainBuilder life = exitBlockOnFail()
                .on(feed(matters()), exec(steps))
                .crashLoadGeneratorIf("A request failed", Session::isFailed);
        // Practice leaves no record, not even of what was refused; what counts would be refused too.
        PopulationBuilder counted = counted(life, steps.size()).protocols(door);
        setUp(
                shift.practice().isZero()
                        ? counted
                        : practice(life).protocols(door.silentUri(".*")).andThen(counted));
    }

    private PopulationBuilder practice(ChainBuilder life) {
        return scenario("practice")
                .exec(during(shift.practice(), false).on(life))
                .injectOpen(atOnceUsers(CLIENTS));
    }

    private PopulationBuilder counted(ChainBuilder life, int requests) {
        ChainBuilder first = exec(this::begun);
        Double rate = shift.perSecond();
        return rate == null
                ? scenario("closed")
                        .exec(first, during(shift.counted(), false).on(life))
                        .injectOpen(atOnceUsers(CLIENTS))
                : scenario("open")
                        .exec(first, life)
                        // Gatling begins whole lives in whole seconds: with fewer there might be none.
                        .injectOpen(constantUsersPerSec(Math.max(1, rate / requests))
                                .during(shift.counted()));
    }

    private List<HttpRequestActionBuilder> steps() {
        String street = RealLife.STREET;
        String lead = RealLife.LEAD;
        String assisting = RealLife.ASSISTING;
        return List.of(
                post(street, "/cases", """
                        {"kind": "HELP", "channel": "HOTLINE", "category": "#{category}", "place": "#{place}",
                         "subject": "暖气不热，室温 14℃",
                         "narrative": "家里只有十四度，有两位八十岁的老人，已经三天了，请尽快上门。",
                         "name": "王女士", "address": "东门小区 3 号楼"}""").check(jmesPath("caseId").saveAs("caseId")),
                get(street, "/console?tab=NOT_COME"),
                post(street, "/cases/#{caseId}/whistles", """
                        {"kind": "resident-demand", "why": "供热管网不归街道管理，街道已上门测温。",
                         "reportMode": "ON_THE_SPOT", "authorisedBy": "officer-3",
                         "calls": [{"unit": "linxi-heating", "role": "LEAD", "task": "查明原因，恢复供热。"},
                                   {"unit": "linxi-housing", "role": "ASSISTING", "task": "到场配合。"}]}"""),
                get(lead, "/inbox"),
                post(lead, "/cases/#{caseId}/dispatches/1/acknowledgement", "{}"),
                get(assisting, "/inbox"),
                post(assisting, "/cases/#{caseId}/dispatches/2/acknowledgement", "{}"),
                post(lead, "/cases/#{caseId}/dispatches/1/acceptance", "{\"handler\": \"officer-21\"}"),
                get(lead, "/inbox?tab=IN_HAND"),
                post(lead, "/cases/#{caseId}/dispatches/1/replies", """
                        {"kind": "FINAL", "outcome": "SOLVED", "evidence": ["PHOTO"],
                         "text": "已更换楼前阀门并排气，十六时实测室温二十度。"}"""),
                post(assisting, "/cases/#{caseId}/dispatches/2/replies", """
                        {"kind": "FINAL", "outcome": "EXPLAINED", "evidence": ["PHOTO"], "text": "楼内管线完好。"}"""),
                get(street, "/cases/#{caseId}/history?limit=50&minVersion=#{version}"),
                post(street, "/cases/#{caseId}/verification", """
                        {"basis": "ON_SITE", "findings": "网格员上门复测，室温二十度。"}"""),
                get(RealLife.DISTRICT, "/sla"),
                post(RealLife.DISTRICT, "/cases/#{caseId}/follow-ups", """
                        {"result": "REACHED", "contacted": true, "solved": "YES", "satisfied": "YES",
                         "words": "暖和了"}"""),
                get(street, "/cases"),
                post(street, "/cases/#{caseId}/closure", "{\"summary\": \"供热恢复\"}"),
                get(street, "/cases/#{caseId}/history?limit=50"));
    }

    private HttpRequestActionBuilder get(String unit, String path) {
        return as(unit, http("GET " + name(path)).get(path)).check(status().validate("an answer", this::answered));
    }

    private HttpRequestActionBuilder post(String unit, String path, String body) {
        return as(
                        unit,
                        http("POST " + name(path))
                                .post(path)
                                .body(StringBody(body))
                                .asJson())
                .check(status().lt(REFUSED), jmesPath("version").saveAs("version"));
    }

    /** The same for all cases. */
    private static String name(String path) {
        return path.replace("#{", "{");
    }

    private HttpRequestActionBuilder as(String unit, HttpRequestActionBuilder request) {
        return request.header(
                        "Authorization",
                        "Bearer " + Objects.requireNonNull(shift.door().keys().get(unit), unit))
                .header("Shaodao-Officer", "officer-of-" + unit)
                .header("Idempotency-Key", session -> Ids.next().toString());
    }

    /** A reader may be told that a view does not know yet what was written. */
    private Integer answered(Integer status, Session session) {
        if (status == UNAVAILABLE) {
            behind.increment();
        } else if (status >= REFUSED) {
            throw new IllegalStateException("refused with " + status);
        }
        return status;
    }

    private static Iterator<Map<String, Object>> matters() {
        return Stream.generate(() -> Map.<String, Object>of("category", any(CATEGORIES), "place", any(PLACES)))
                .iterator();
    }

    private static String any(List<String> all) {
        return all.get(ThreadLocalRandom.current().nextInt(all.size()));
    }

    private synchronized Session begun(Session session) {
        if (begin == null) {
            behind.reset();
            begin = Moment.of(shift);
        }
        return session;
    }

    /** Leaves what was found for whoever gave the shift. */
    @Override
    public void after() {
        Moment end = Moment.of(shift);
        Moment from = Objects.requireNonNull(begin, "nobody came");
        try {
            RequestLog log = RequestLog.in(shift.folder());
            Round round = new Round(
                    log.requests(),
                    log.secondsSince(from.millis()),
                    end.application() - from.application(),
                    end.database() - from.database(),
                    log.percentile(50),
                    log.percentile(99),
                    Map.of("told to come again", behind.doubleValue()));
            Files.writeString(shift.found(), JSON.writeValueAsString(round));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The hour, and the processor time until then. */
    private record Moment(long millis, long application, long database) {
        static Moment of(Shift shift) {
            return new Moment(
                    System.currentTimeMillis(),
                    Cpu.ofProcess(shift.door().process()),
                    Cpu.ofServer(shift.postmaster()));
        }
    }
}
