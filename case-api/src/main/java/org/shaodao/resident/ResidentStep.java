package org.shaodao.resident;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/**
 * What a resident may do with their case. Whether it is offered now the case says.
 *
 * @param said what the page says for them: nobody is asked for what is known
 * @param hidden fields that a resident is not asked for
 */
record ResidentStep(String name, Map<String, String> said, Set<String> hidden) {
    static final String RATE = "follow-up";
    static final String SUPPLEMENT = "supplement";
    static final String CHASE = "chase";
    static final String WITHDRAW = "withdraw";
    static final String OBJECT = "raise-objection";
    static final String REOPEN = "reopen";
    static final String ANSWER = "answer-particulars";
    static final String CONFIRM = "confirm-late-entry";

    /** Steps on the whole case, which goes on with the one that it may have joined. */
    static final List<String> OF_THE_CASE = List.of(OBJECT, REOPEN, RATE, CHASE, SUPPLEMENT);

    /** Steps with which a question about one dispatch is answered. */
    static final List<String> OF_A_DISPATCH = List.of(ANSWER, CONFIRM);

    private static final List<ResidentStep> ALL = List.of(
            new ResidentStep(RATE, Map.of("result", "REACHED"), Set.of()),
            plain(SUPPLEMENT),
            plain(CHASE),
            new ResidentStep(WITHDRAW, Map.of("how", "OWN_CODE"), Set.of("how")),
            plain(OBJECT),
            plain(REOPEN),
            plain(ANSWER),
            new ResidentStep(CONFIRM, Map.of("entry", "CONTACT"), Set.of("entry", "findings")));

    private static ResidentStep plain(String name) {
        return new ResidentStep(name, Map.of(), Set.of());
    }

    /** The step of this name, if a resident has one: about one dispatch, or about none. */
    static Optional<ResidentStep> of(String name, boolean ofADispatch) {
        return ALL.stream()
                .filter(step -> step.name().equals(name) && OF_A_DISPATCH.contains(name) == ofADispatch)
                .findFirst();
    }

    /** All of them. */
    static Stream<String> names() {
        return ALL.stream().map(ResidentStep::name);
    }

    /** Fields of the form that are not shown; files have a field that needs no script. */
    Set<String> notAsked() {
        return Stream.concat(hidden.stream(), Stream.of(RaiseForm.FILES)).collect(Collectors.toSet());
    }

    /** Whether files may come with it. */
    public boolean withFiles() {
        return name.equals(SUPPLEMENT);
    }

    void fill(MultiValueMap<String, String> form) {
        said.forEach(form::set);
    }
}
