package org.shaodao.bench;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.shaodao.casefile.CallResult;
import org.shaodao.casefile.CallingCommand;
import org.shaodao.casefile.CaseCommand;
import org.shaodao.casefile.CaseFile;
import org.shaodao.casefile.Channel;
import org.shaodao.casefile.ClosingCommand;
import org.shaodao.casefile.DispatchRole;
import org.shaodao.casefile.IntakeCommand;
import org.shaodao.casefile.RatingCommand;
import org.shaodao.casefile.Receipt;
import org.shaodao.casefile.ReplyKind;
import org.shaodao.casefile.ReportMode;
import org.shaodao.casefile.VerificationBasis;
import org.shaodao.casefile.WorkCommand;
import org.shaodao.demand.DemandKind;
import org.shaodao.demand.Outcome;
import org.shaodao.demand.Satisfied;
import org.shaodao.demand.Solved;
import org.shaodao.demand.Urgency;
import org.shaodao.documents.PolicyPack.Evidence;
import org.shaodao.fact.By;
import org.shaodao.fact.Role;
import org.shaodao.fact.Sealed;

/**
 * The life of a case of the real product, ten commands in the city of the demonstration: raised, whistled for two units,
 * acknowledged by both, accepted, answered by both, verified, followed up, closed. Words come sealed, as the engine gets
 * them.
 */
final class RealLife {
    static final String STREET = "huayuan";
    static final String LEAD = "linxi-heating";
    static final String ASSISTING = "linxi-housing";
    static final String DISTRICT = "linxi-district";
    static final String NUMBER = "BX-2026-";

    /** What sealing adds to the words: five bytes that name the key, twelve at random, sixteen that guard the rest. */
    private static final int SEAL = 33;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicLong DRAWN = new AtomicLong();
    private static final By OFFICER = by(Role.STREET, STREET);
    private static final By LEAD_CLERK = by(Role.UNIT, LEAD);
    private static final By ASSISTING_CLERK = by(Role.UNIT, ASSISTING);
    private static final By SUPERVISOR = by(Role.DISTRICT, DISTRICT);

    private static final Words NARRATIVE = words("家里只有十四度，有两位八十岁的老人，已经三天了，打过物业电话没有人来，请尽快上门。");
    private static final Words NAME = words("王女士");
    private static final Words PHONE = words("13800000000");
    private static final Words ADDRESS = words("东门小区 3 号楼 2 单元 502");
    private static final Words WHY = words("供热管网不归街道管理，街道已上门测温，室温十四度。");
    private static final Words MEETING = words("小区门口");
    private static final Words CONTACT = words("街道值班室");
    private static final Words TASK = words("查明原因，恢复供热并答复居民。");
    private static final Words HELP = words("到场配合，查看楼内管线。");
    private static final Words REPLY = words("已更换楼前阀门并排气，十六时实测室温二十度，居民在场确认。");
    private static final Words EXPLAINED = words("楼内管线完好，未见渗漏，无须维修。");
    private static final Words FINDINGS = words("网格员上门复测，室温二十度。");
    private static final Words SAID = words("暖和了，来得有点晚。");
    private static final Words SUMMARY = words("供热恢复，居民基本满意。");

    private final CommandGateway commands;
    private final Consumer<Receipt> answered;

    /** @param answered told every receipt when it has come */
    RealLife(CommandGateway commands, Consumer<Receipt> answered) {
        this.commands = commands;
        this.answered = answered;
    }

    /** The steps of a new case. */
    List<Life.Step> begin() {
        return steps(Ids.next());
    }

    /** The ten steps of this case. */
    private List<Life.Step> steps(UUID id) {
        return taken(Stream.of(
                at -> raise(id, at),
                at -> whistle(id, at, lead(id), assisting(id)),
                at -> new WorkCommand.Acknowledge(id, LEAD_CLERK, at, 1),
                at -> new WorkCommand.Acknowledge(id, ASSISTING_CLERK, at, 2),
                at -> new WorkCommand.Accept(id, LEAD_CLERK, at, 1, "officer-21"),
                at -> reply(id, LEAD_CLERK, at, 1, Outcome.SOLVED, REPLY),
                at -> reply(id, ASSISTING_CLERK, at, 2, Outcome.EXPLAINED, EXPLAINED),
                at -> verify(id, at),
                at -> followUp(id, at),
                at -> close(id, at)));
    }

    /** A shorter life, with one unit that replies without accepting first. */
    List<Life.Step> fewSteps(UUID id) {
        return taken(Stream.of(
                at -> raise(id, at),
                at -> whistle(id, at, lead(id)),
                at -> new WorkCommand.Acknowledge(id, LEAD_CLERK, at, 1),
                at -> reply(id, LEAD_CLERK, at, 1, Outcome.SOLVED, REPLY),
                at -> verify(id, at),
                at -> close(id, at)));
    }

    private List<Life.Step> taken(Stream<Step> steps) {
        return steps.<Life.Step>map(step -> () -> answered.accept(
                        commands.sendAndWait(CaseFile.message(step.command(Instant.now()), Ids.metadata()))))
                .toList();
    }

    private static CaseCommand raise(UUID id, Instant at) {
        long number = DRAWN.incrementAndGet();
        return new IntakeCommand.Raise(
                id,
                OFFICER,
                at,
                NUMBER + "%06d-0".formatted(number),
                STREET,
                id,
                DemandKind.HELP,
                Urgency.NORMAL,
                Channel.HOTLINE,
                Matters.category(number),
                Matters.place(number),
                "暖气不热，室温 14℃",
                NARRATIVE.sealed(id),
                NAME.sealed(id),
                PHONE.sealed(id),
                ADDRESS.sealed(id),
                null,
                null,
                null,
                null,
                null);
    }

    private static CaseCommand whistle(UUID id, Instant at, CallingCommand.Call... calls) {
        return new CallingCommand.BlowWhistle(
                id,
                OFFICER,
                at,
                "resident-demand",
                WHY.sealed(id),
                ReportMode.ON_THE_SPOT,
                null,
                MEETING.sealed(id),
                CONTACT.sealed(id),
                "officer-3",
                List.of(calls));
    }

    private static CallingCommand.Call lead(UUID id) {
        return new CallingCommand.Call(LEAD, DispatchRole.LEAD, TASK.sealed(id));
    }

    private static CallingCommand.Call assisting(UUID id) {
        return new CallingCommand.Call(ASSISTING, DispatchRole.ASSISTING, HELP.sealed(id));
    }

    private static CaseCommand verify(UUID id, Instant at) {
        return new ClosingCommand.Verify(id, OFFICER, at, VerificationBasis.ON_SITE, FINDINGS.sealed(id));
    }

    private static CaseCommand followUp(UUID id, Instant at) {
        return new RatingCommand.FollowUp(
                id, SUPERVISOR, at, null, CallResult.REACHED, true, Solved.YES, Satisfied.BASICALLY, SAID.sealed(id));
    }

    private static CaseCommand close(UUID id, Instant at) {
        return new ClosingCommand.Close(id, OFFICER, at, SUMMARY.sealed(id), List.of(), null);
    }

    private static CaseCommand reply(UUID id, By by, Instant at, int dispatch, Outcome outcome, Words text) {
        return new WorkCommand.Reply(
                id,
                by,
                at,
                dispatch,
                ReplyKind.FINAL,
                outcome,
                text.sealed(id),
                List.of(Evidence.PHOTO),
                null,
                null,
                null,
                null);
    }

    private static By by(Role role, String unit) {
        return new By("bench", unit, role, "officer-of-" + unit);
    }

    private static Words words(String text) {
        byte[] sealed = new byte[SEAL + text.getBytes(StandardCharsets.UTF_8).length];
        RANDOM.nextBytes(sealed);
        return new Words(
                text.codePointCount(0, text.length()),
                Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
    }

    /** As long as sealed words are, and as hard to compress. */
    private record Words(int chars, String ciphertext) {
        Sealed sealed(UUID key) {
            return new Sealed(key, "1", chars, ciphertext);
        }
    }

    private interface Step {
        CaseCommand command(Instant now);
    }
}
