package org.shaodao.casefile;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Requests;

/**
 * 并案拆单. Takes a step of two cases: an ordinary step of each, both or neither stored. Cases are loaded in the order of
 * their ids, so that crossing steps wait for each other; where another node was faster with either, both are refused.
 */
public final class CasePairs {
    private final Repository<CaseFile> cases;

    /** @param cases where case files are loaded, within the unit of work of the command */
    public CasePairs(Repository<CaseFile> cases) {
        this.cases = cases;
    }

    @CommandHandler
    Receipt merge(PairCommand.Merge c, MetaData request) throws Exception {
        Pair pair = load(c.caseId(), c.survivor());
        CaseFacts duplicate = pair.addressed().facts();
        CaseFacts survivor = pair.other().facts();
        LinkRules.protectedAlike(duplicate, survivor);
        return pair.take(
                new LinkCommand.MergeInto(
                        c.caseId(),
                        c.by(),
                        c.occurredAt(),
                        c.survivor(),
                        survivor.demand().number(),
                        survivor.demand().street()),
                new LinkCommand.JoinDuplicate(
                        c.survivor(),
                        c.by(),
                        c.occurredAt(),
                        c.caseId(),
                        duplicate.demand().number(),
                        duplicate.demand().street(),
                        Stream.concat(Stream.of(duplicate.demand().complainant()), duplicate.coComplainants().stream())
                                .distinct()
                                .toList(),
                        duplicate.demand().raisedAt(),
                        LinkRules.expected(duplicate)),
                request);
    }

    @CommandHandler
    Receipt undoMerge(PairCommand.UndoMerge c, MetaData request) throws Exception {
        Pair pair = load(c.caseId(), c.survivor());
        return pair.take(
                new LinkCommand.LeaveSurvivor(
                        c.caseId(),
                        c.by(),
                        c.occurredAt(),
                        c.survivor(),
                        pair.other().facts().demand().street()),
                new LinkCommand.ReleaseDuplicate(
                        c.survivor(),
                        c.by(),
                        c.occurredAt(),
                        c.caseId(),
                        pair.addressed().facts().demand().street()),
                request);
    }

    @CommandHandler
    Receipt link(PairCommand.Link c, MetaData request) throws Exception {
        Pair pair = load(c.caseId(), c.other());
        return pair.take(
                new LinkCommand.LinkTo(
                        c.caseId(),
                        c.by(),
                        c.occurredAt(),
                        c.other(),
                        pair.other().facts().demand().number(),
                        c.relation()),
                new LinkCommand.LinkTo(
                        c.other(),
                        c.by(),
                        c.occurredAt(),
                        c.caseId(),
                        pair.addressed().facts().demand().number(),
                        c.relation().reversed()),
                request);
    }

    /** The receipt is the new case's: it is what the caller asked for. Whom the whole protects its part protects too. */
    @CommandHandler
    Receipt split(PairCommand.Split c, MetaData request) throws Exception {
        IntakeCommand.Raise part = c.part();
        Pair pair = load(c.caseId(), part.caseId());
        CaseFacts whole = pair.addressed().facts();
        Demand demand = whole.demand();
        pair.addressed()
                .take(
                        new LinkCommand.SplitOff(
                                c.caseId(), c.by(), c.occurredAt(), part.caseId(), part.number(), c.matter()),
                        request);
        return pair.other()
                .take(
                        new LinkCommand.RaisePart(
                                part.caseId(),
                                c.by(),
                                c.occurredAt(),
                                part.withStreet(demand.street())
                                        .withAbout(demand.about())
                                        .withConfidential(demand.confidential()),
                                c.caseId(),
                                demand.number(),
                                whole.intake().recused()),
                        withoutVersion(request));
    }

    private Pair load(UUID addressed, UUID other) throws Exception {
        if (addressed.compareTo(other) > 0) {
            OneCase first = load(other);
            return new Pair(load(addressed), first);
        }
        OneCase first = load(addressed);
        return new Pair(first, load(other));
    }

    private OneCase load(UUID id) throws Exception {
        return new OneCase(cases.loadOrCreate(id.toString(), CaseFile::new));
    }

    private static MetaData withoutVersion(MetaData request) {
        return request.withoutKeys(Set.of(Requests.EXPECTED_VERSION));
    }

    private record Pair(OneCase addressed, OneCase other) {
        Receipt take(LinkCommand ofAddressed, LinkCommand ofOther, MetaData request) throws Exception {
            Receipt receipt = addressed.take(ofAddressed, request);
            other.take(ofOther, withoutVersion(request));
            return receipt;
        }
    }

    private record OneCase(Aggregate<CaseFile> file) {
        Receipt take(CaseCommand half, MetaData request) throws Exception {
            return (Receipt) file.handle(CaseFile.message(half, request));
        }

        /** What is known of the case; {@link CaseRefusal.UnknownCase} where there is none. */
        CaseFacts facts() {
            return file.invoke(CaseFile::facts).orElseThrow(() -> new Refused(new CaseRefusal.UnknownCase()));
        }
    }
}
