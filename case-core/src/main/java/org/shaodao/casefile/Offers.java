package org.shaodao.casefile;

import org.shaodao.documents.Rulebook;
import org.shaodao.fact.Refused;

/**
 * Whether a step may be offered, found by asking the rules themselves upon what is known of a case. Nothing is ever written
 * by it.
 */
public record Offers(CaseFacts facts, Rulebook rules) {
    /** Whether the step would be taken, or is refused only for what was said in it. */
    public boolean open(CaseCommand attempt) {
        try {
            return CaseState.of(facts).decide(attempt, rules).stream().allMatch(event -> event.refusal() == null);
        } catch (Refused refused) {
            return refused.refusal() instanceof CaseRefusal.NotSo;
        }
    }
}
