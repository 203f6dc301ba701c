package org.shaodao.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.AppraisalRequests;
import org.shaodao.casefile.CallResult;
import org.shaodao.casefile.CallingRequests;
import org.shaodao.casefile.CaseDesk;
import org.shaodao.casefile.Channel;
import org.shaodao.casefile.ClosingRequests;
import org.shaodao.casefile.ContactMeans;
import org.shaodao.casefile.ContactResult;
import org.shaodao.casefile.DisputeRequests;
import org.shaodao.casefile.ExtensionRequests;
import org.shaodao.casefile.IntakeRequests;
import org.shaodao.casefile.LegalRoute;
import org.shaodao.casefile.ParkingRequests;
import org.shaodao.casefile.RatingRequests;
import org.shaodao.casefile.RedoDecision;
import org.shaodao.casefile.ReplyKind;
import org.shaodao.casefile.ReportMode;
import org.shaodao.casefile.WorkRequests;
import org.shaodao.demand.DemandKind;
import org.shaodao.demand.Outcome;
import org.shaodao.demand.Satisfied;
import org.shaodao.demand.Solved;
import org.shaodao.demand.Urgency;
import org.shaodao.documents.PolicyPack.Evidence;

/** What becomes of one demand, as chance would have it: mostly what should, sometimes what does happen. */
final class Fate {
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime EVENING = LocalTime.of(17, 30);
    private static final List<String> NAMES = List.of("王女士", "李先生", "张阿姨", "刘先生", "陈女士", "赵大爷", "孙女士", "周先生");

    /** How many minutes a unit takes to look, on average: every office has its ways. */
    private static final Map<String, Integer> LOOKS_AFTER =
            Map.of(DemoCity.HEATING, 25, DemoCity.WATER, 20, DemoCity.HOUSING, 90, DemoCity.URBAN, 60, "lx-power", 10);

    private static final Map<String, List<String>> PLACES = Map.of(
            "huayuan",
                    List.of(
                            "linxi/huayuan/dongmen",
                            "linxi/huayuan/dongmen/grid-1",
                            "linxi/huayuan/dongmen/grid-2",
                            "linxi/huayuan/xiqiao",
                            "linxi/huayuan/nanyuan/grid-1",
                            "linxi/huayuan/beili/grid-3"),
            "jinxue", List.of("linxi/jinxue/wenhe", "linxi/jinxue/wenhe/grid-1", "linxi/jinxue/wenhua/grid-2"),
            "beishan", List.of("linxi/beishan/danying", "linxi/beishan/danying/grid-2", "linxi/beishan/dantan"));

    private final Plan plan;
    private final Random chance;
    private final ZoneId zone;
    private int moves;

    Fate(Plan plan, Random chance, ZoneId zone) {
        this.plan = plan;
        this.chance = chance;
        this.zone = zone;
    }

    void of(CaseDesk desk, UUID caseId, Instant raised) {
        Matter matter = matter();
        String street = happens(0.5) ? "huayuan" : happens(0.5) ? "jinxue" : "beishan";
        String place = any(PLACES.getOrDefault(street, List.of()));
        Channel channel = happens(0.7) ? Channel.HOTLINE : Channel.ONLINE;
        String name = any(NAMES);
        Life life = new Life(desk, caseId, street);
        move(life, raised, () -> life.raise(matter, channel, place, name));
        boolean urgent = matter.urgency() == Urgency.URGENT;
        Instant seen = urgent ? after(raised, 10) : working(after(raised, 40));
        if (matter.kind() == DemandKind.ENQUIRY) {
            move(life, seen, () -> life.byStreet(new IntakeRequests.AnswerAtOnce(matter.reply(), null)));
            asked(life, matter, seen, true);
        } else if (happens(0.02)) {
            move(
                    life,
                    seen,
                    () -> life.byStreet(new IntakeRequests.NotAccept(LegalRoute.LITIGATION, "属于民事纠纷，请循司法途径解决。", null)));
        } else {
            called(life, matter, seen, urgent);
        }
    }

    /** Numbered when it is planned, so that it is known again whenever it is taken. */
    private void move(Life life, Instant at, Runnable step) {
        int number = ++moves;
        plan.add(at, () -> {
            life.begin(number);
            step.run();
        });
    }

    private void called(Life life, Matter matter, Instant at, boolean urgent) {
        List<CallingRequests.Call> calls = new ArrayList<>(List.of(Life.lead(matter.lead())));
        matter.assisting().forEach(unit -> calls.add(Life.assisting(unit)));
        boolean whistled = calls.size() > 1 || urgent;
        move(life, at, () -> {
            if (whistled) {
                life.whistle("街道无力单独解决，需要专业单位到场。", calls);
            } else {
                life.dispatch(calls.getFirst());
            }
        });
        if (happens(0.06)) {
            move(life, after(at, 600), () -> life.byDistrict(new IntakeRequests.Chase("怎么还没有人来？", null)));
        }
        Instant done = at;
        for (int dispatch = 1; dispatch <= calls.size(); dispatch++) {
            String unit = calls.get(dispatch - 1).unit();
            done = later(done, worked(life, matter, unit, dispatch, at, urgent, whistled));
        }
        judged(life, matter, done, 1);
    }

    /** What a called unit does; when it has answered. */
    private Instant worked(
            Life life, Matter matter, String unit, int dispatch, Instant called, boolean urgent, boolean whistled) {
        Instant seen = when(after(called, LOOKS_AFTER.getOrDefault(unit, 45)), urgent);
        move(life, seen, () -> life.byUnit(unit, dispatch, new WorkRequests.Acknowledge(null)));
        Instant taken = after(seen, 20);
        if (dispatch > 1 && happens(0.15)) {
            handedBack(life, unit, dispatch, taken);
        }
        move(
                life,
                after(taken, 240),
                () -> life.byUnit(unit, dispatch, new WorkRequests.Accept("officer-" + (20 + dispatch), null)));
        Instant contacted = when(after(taken, 120), urgent);
        if (dispatch == 1) {
            WorkRequests.Contact contact = contact();
            move(life, contacted, () -> life.byUnit(unit, 1, contact));
        }
        Instant there = when(after(contacted, 180), urgent);
        if (whistled) {
            move(
                    life,
                    there,
                    () -> life.byUnit(
                            unit,
                            dispatch,
                            new WorkRequests.Arrive(
                                    ReportMode.ON_THE_SPOT, null, List.of(Evidence.PHOTO), null, null)));
        }
        if (happens(0.05)) {
            Instant until = working(there.plus(Duration.ofDays(6)));
            move(
                    life,
                    after(there, 60),
                    () -> life.byUnit(unit, dispatch, new ExtensionRequests.Ask(until, "需要采购配件。", null)));
            move(
                    life,
                    working(after(there, 400)),
                    () -> life.byStreet(dispatch, new ExtensionRequests.Decide(true, until, "情况属实。", null)));
        }
        Instant answered = working(after(there, urgent ? 300 : 1_800));
        if (happens(0.04)) {
            return parked(life, unit, dispatch, matter, answered);
        }
        WorkRequests.Reply answer = answer(matter, null);
        move(life, answered, () -> life.byUnit(unit, dispatch, answer));
        return answered;
    }

    private WorkRequests.Contact contact() {
        return new WorkRequests.Contact(
                happens(0.85) ? ContactResult.REACHED : ContactResult.NOT_REACHED, ContactMeans.TELEPHONE, null, null);
    }

    private WorkRequests.Reply answer(Matter matter, @Nullable LocalDate promised) {
        Outcome outcome = promised != null ? Outcome.PLANNED : happens(0.85) ? Outcome.SOLVED : Outcome.EXPLAINED;
        return new WorkRequests.Reply(
                ReplyKind.FINAL,
                outcome,
                matter.reply(),
                List.of(Evidence.PHOTO, Evidence.DOCUMENT, Evidence.LEGAL_BASIS),
                promised == null ? null : "按计划完成。",
                promised,
                null,
                null);
    }

    private void handedBack(Life life, String unit, int dispatch, Instant at) {
        move(
                life,
                at,
                () -> life.byUnit(
                        unit, dispatch, new DisputeRequests.HandBack("not-our-duty", "职责清单未列此项。", null, null)));
        Instant answered = working(after(at, 150));
        if (happens(0.5)) {
            move(life, answered, () -> life.byStreet(dispatch, new DisputeRequests.AgreeToHandBack(null)));
        } else {
            move(
                    life,
                    answered,
                    () -> life.byStreet(dispatch, new DisputeRequests.RefuseHandBack("清单第三项属于贵单位。", null)));
            boolean upheld = happens(0.4);
            move(
                    life,
                    working(after(answered, 900)),
                    () -> life.byDistrict(
                            dispatch,
                            new DisputeRequests.RuleOnDispute(
                                    upheld, null, null, "依职责清单与以往裁定。", "同类事项由原派单位配合", false, null)));
        }
    }

    private Instant parked(Life life, String unit, int dispatch, Matter matter, Instant at) {
        LocalDate review = at.atZone(zone).toLocalDate().plusDays(10);
        move(life, at, () -> life.byStreet(new ParkingRequests.Propose("season", review, "冬季无法施工。", null)));
        move(life, working(after(at, 400)), () -> life.byDistrict(new ParkingRequests.Approve("按期复核。", null)));
        Instant on = working(at.plus(Duration.ofDays(8)));
        move(life, on, () -> life.byDistrict(new ParkingRequests.Resume("具备施工条件。", null)));
        Instant answered = working(after(on, 900));
        LocalDate promised = answered.atZone(zone).toLocalDate().plusDays(14);
        WorkRequests.Reply answer = answer(matter, promised);
        move(life, answered, () -> life.byUnit(unit, dispatch, answer));
        return answered;
    }

    private void judged(Life life, Matter matter, Instant done, int round) {
        Instant looked = working(after(done, 500));
        if (round == 1 && happens(0.08)) {
            move(life, looked, () -> life.byStreet(1, new ClosingRequests.Rework("现场仍有问题，请继续处理。", null)));
            Instant again = working(after(looked, 900));
            WorkRequests.Reply answer = answer(matter, null);
            move(life, again, () -> life.byUnit(matter.lead(), 1, answer));
            judged(life, matter, again, 2);
            return;
        }
        move(life, looked, () -> life.verify("现场查看，已处理。"));
        asked(life, matter, looked, round == 1);
    }

    private void asked(Life life, Matter matter, Instant verified, boolean first) {
        Instant call = working(after(verified, 700));
        for (int attempt = 0; attempt < 2 && happens(0.25); attempt++) {
            move(life, call, () -> life.followUp(CallResult.NOT_REACHED, null, null, null, null));
            call = working(after(call.plus(Duration.ofHours(20)), 120));
        }
        boolean good = happens(0.8);
        Solved solved = good ? Solved.YES : happens(0.4) ? Solved.PARTLY : Solved.NO;
        Satisfied satisfied = good ? happens(0.8) ? Satisfied.YES : Satisfied.BASICALLY : Satisfied.NO;
        boolean contacted = happens(0.93);
        move(
                life,
                call,
                () -> life.followUp(CallResult.REACHED, contacted, solved, satisfied, good ? "挺快的，谢谢。" : "还没有完全解决。"));
        Instant decided = working(after(call, 300));
        if (solved == Solved.NO) {
            boolean redo = first && matter.kind() != DemandKind.ENQUIRY && happens(0.7);
            move(
                    life,
                    decided,
                    () -> life.byStreet(new RatingRequests.DecideOnUnsolved(
                            redo ? RedoDecision.REWORK : RedoDecision.EXPLAIN,
                            null,
                            redo ? "继续处理。" : "已向居民说明原因。",
                            null)));
            if (redo) {
                Instant again = working(after(decided, 900));
                WorkRequests.Reply answer = answer(matter, null);
                move(life, again, () -> life.byUnit(matter.lead(), 1, answer));
                judged(life, matter, again, 2);
                return;
            }
        }
        Instant closed = working(decided.plus(Duration.ofDays(3)));
        move(life, closed, () -> life.byStreet(new ClosingRequests.Close(null, null, null, null)));
        if (happens(0.03)) {
            move(
                    life,
                    after(closed, 600),
                    () -> life.byStreet(
                            new AppraisalRequests.ProposeExclusion("wrong-dispatch", "派单有误，非该单位职责。", null)));
            move(
                    life,
                    working(after(closed, 1_500)),
                    () -> life.byDistrict(new AppraisalRequests.DecideExclusion(true, "情况属实。", null)));
        }
        if (happens(0.03)) {
            move(
                    life,
                    working(closed.plus(Duration.ofDays(5))),
                    () -> life.byStreet(new ClosingRequests.Reopen("问题再次出现。", null)));
        }
    }

    private Matter matter() {
        int all = Matter.ALL.stream().mapToInt(Matter::weight).sum();
        int left = chance.nextInt(all);
        for (Matter matter : Matter.ALL) {
            left -= matter.weight();
            if (left < 0) {
                return matter;
            }
        }
        throw new IllegalStateException("weights are positive");
    }

    private boolean happens(double probability) {
        return chance.nextDouble() < probability;
    }

    private <T> T any(List<T> of) {
        return of.get(chance.nextInt(of.size()));
    }

    /** So many minutes later on average, seldom much later. */
    private Instant after(Instant instant, int minutes) {
        double wait = -Math.log(1 - chance.nextDouble()) * minutes * 0.7 + minutes * 0.3;
        return instant.plus(Duration.ofSeconds((long) (wait * 60)));
    }

    private Instant when(Instant instant, boolean urgent) {
        return urgent ? instant : working(instant);
    }

    /** Then, or when people are at work again. */
    private Instant working(Instant instant) {
        ZonedDateTime wall = instant.atZone(zone);
        if (wall.toLocalTime().isAfter(EVENING)) {
            wall = wall.plusDays(1).with(MORNING).plusMinutes(chance.nextInt(90));
        } else if (wall.toLocalTime().isBefore(MORNING)) {
            wall = wall.with(MORNING).plusMinutes(chance.nextInt(90));
        }
        while (wall.getDayOfWeek() == DayOfWeek.SATURDAY || wall.getDayOfWeek() == DayOfWeek.SUNDAY) {
            wall = wall.plusDays(1);
        }
        return wall.toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
