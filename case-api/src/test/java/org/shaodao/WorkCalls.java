package org.shaodao;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** 办理. */
final class WorkCalls {
    private static final String DISPATCH = "/dispatches/{dispatch}";
    private static final String CONTACTS = "/dispatches/1/contacts";

    private WorkCalls() {}

    static List<StepCall> of(Town town) {
        return List.of(
                new StepCall("acknowledge", Town::heating, town::whistled, DISPATCH + "/acknowledgement", Map.of()),
                new StepCall(
                        "accept",
                        Town::heating,
                        town::whistled,
                        DISPATCH + "/acceptance",
                        Map.of("handler", "officer-21")),
                new StepCall(
                        "assign-inside",
                        Town::heating,
                        town::whistled,
                        DISPATCH + "/assignments",
                        Map.of("section", "二班", "handler", "officer-22")),
                new StepCall("contact", Town::heating, town::whistled, DISPATCH + "/contacts", contact()),
                new StepCall("arrive", Town::heating, town::whistled, DISPATCH + "/arrivals", arrival()),
                new StepCall(
                        "leave",
                        Town::heating,
                        () -> after(town, "/arrivals", arrival()),
                        DISPATCH + "/departures",
                        Map.of("reason", "去取阀门。")),
                new StepCall(
                        "confirm-late-entry",
                        Town::street,
                        () -> contactedLate(town),
                        DISPATCH + "/late-entry-confirmations",
                        Map.of("entry", "CONTACT", "findings", "居民说打过电话。")),
                new StepCall("ask-particulars", Town::heating, town::whistled, DISPATCH + "/questions", question()),
                new StepCall(
                        "answer-particulars",
                        Town::street,
                        () -> after(town, "/questions", question()),
                        DISPATCH + "/answers",
                        Map.of("answer", "次卧不热。")),
                new StepCall("reply", Town::heating, town::whistled, DISPATCH + "/replies", planned()));
    }

    private static Map<String, Object> planned() {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(30);
        Map<String, Object> reply = Town.but(Town.finalReply(), "outcome", "PLANNED");
        return Town.but(Town.but(reply, "what", "更换老旧管道。"), "promisedBy", day.toString());
    }

    private static Map<String, Object> contact() {
        return Map.of("contactResult", "REACHED", "means", "TELEPHONE", "words", "下午在家。");
    }

    private static Map<String, Object> arrival() {
        return Map.of("reportMode", "ON_THE_SPOT", "spot", "换热站", "evidence", List.of("PHOTO"));
    }

    private static Map<String, Object> question() {
        return Map.of("question", "哪一间不热？");
    }

    /** A whistled case after one more step of the heating company. */
    private static String after(Town town, String step, Map<String, Object> body) {
        String address = town.whistled();
        Town.accepted(town.heating().post(address + "/dispatches/1" + step, body));
        return address;
    }

    /** A case from yesterday whose resident was contacted then, as was entered only now. */
    private static String contactedLate(Town town) {
        Instant yesterday = town.product().bean(Clock.class).instant().minus(Duration.ofDays(1));
        Map<String, Object> demand = Town.but(Town.demand(), "occurredAt", yesterday.toString());
        String address = Town.CASES
                + '/'
                + Town.accepted(town.street().post(Town.CASES, demand))
                        .get("caseId")
                        .asString();
        Town.accepted(town.street().post(address + "/whistles", Town.whistle()));
        Town.accepted(town.heating().post(address + CONTACTS, Town.but(contact(), "occurredAt", yesterday.toString())));
        return address;
    }
}
