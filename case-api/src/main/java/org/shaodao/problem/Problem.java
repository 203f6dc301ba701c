package org.shaodao.problem;

import java.util.List;
import java.util.Map;

/** Ends a request with a {@link ProblemCode}. Nothing was changed. */
public class Problem extends RuntimeException {
    private final ProblemCode code;
    private final transient Map<String, Object> facts;
    private final transient List<FieldProblem> fields;

    public Problem(ProblemCode code, Map<String, Object> facts) {
        this(code, facts, List.of());
    }

    private Problem(ProblemCode code, Map<String, Object> facts, List<FieldProblem> fields) {
        super(code.code() + " " + facts + " " + fields, null, false, false);
        this.code = code;
        this.facts = facts;
        this.fields = fields;
    }

    /**
     * One field of the request is wrong.
     *
     * @param rule what would be right, as a message key below {@code field.}
     */
    public static Problem field(String field, String rule, Object... arguments) {
        return new Problem(
                ProblemCode.INVALID_FIELDS, Map.of(), List.of(new FieldProblem(field, null, rule, List.of(arguments))));
    }

    /** A document is wrong in these places. */
    public static Problem document(List<FieldProblem> errors) {
        return new Problem(ProblemCode.INVALID_DOCUMENT, Map.of(), errors);
    }

    /** What ended it. */
    public ProblemCode code() {
        return code;
    }

    Map<String, Object> facts() {
        return facts;
    }

    /** What is wrong with which fields; empty if it is not the fields. */
    public List<FieldProblem> fields() {
        return fields;
    }
}
