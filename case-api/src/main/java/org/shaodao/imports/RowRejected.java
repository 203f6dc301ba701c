package org.shaodao.imports;

import org.shaodao.fact.Refused;
import org.shaodao.problem.FieldProblem;
import org.shaodao.problem.Problem;
import org.shaodao.vault.VaultRefusal;
import org.springframework.dao.DataIntegrityViolationException;

/** A row that cannot become a case: the field and the reason, never what it said. */
final class RowRejected extends Exception {
    private static final String WHOLE_ROW = "*";

    private final String field;
    private final String reason;

    RowRejected(String field, String reason) {
        super(field + " " + reason, null, false, false);
        this.field = field;
        this.reason = reason;
    }

    /**
     * What is wrong with the row when this was thrown over it.
     *
     * @throws RuntimeException the same again when the fault is not the row's: the next one would meet it too
     */
    static RowRejected over(RuntimeException e) {
        return switch (e) {
            case Refused refused -> new RowRejected(WHOLE_ROW, refused.refusal().code());
            case Problem problem
            when !problem.fields().isEmpty() -> {
                FieldProblem wrong = problem.fields().getFirst();
                yield new RowRejected(wrong.field(), wrong.rule());
            }
            case VaultRefusal refusal
            when refusal.reason() == VaultRefusal.Reason.PERSON_ERASED -> new RowRejected(WHOLE_ROW, "person-erased");
            case DataIntegrityViolationException unstorable -> new RowRejected(WHOLE_ROW, "not-storable");
            default -> throw e;
        };
    }

    String field() {
        return field;
    }

    String reason() {
        return reason;
    }
}
