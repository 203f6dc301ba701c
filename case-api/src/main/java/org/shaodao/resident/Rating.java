package org.shaodao.resident;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * 三问. The rating as far as it has come: was I contacted, is it solved, am I satisfied, and then one's own words.
 *
 * @param answered by question, in their order; a question that was passed over is there with {@link #PASSED}
 * @param next the question that is asked now; null = all were asked
 * @param number of the question, from 1
 */
record Rating(Map<String, String> answered, @Nullable String next, int number) {
    static final String PASSED = "none";

    private static final Map<String, List<String>> QUESTIONS = questions();

    private static Map<String, List<String>> questions() {
        Map<String, List<String>> questions = new LinkedHashMap<>();
        questions.put("contacted", List.of("true", "false"));
        questions.put("solved", List.of("YES", "PARTLY", "NO"));
        questions.put("satisfied", List.of("YES", "BASICALLY", "NO"));
        return questions;
    }

    static Rating of(MultiValueMap<String, String> said) {
        Map<String, String> answered = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(QUESTIONS.keySet());
        for (String name : names) {
            String answer = said.getFirst(name);
            if (answer == null
                    || !answer.equals(PASSED)
                            && !QUESTIONS.getOrDefault(name, List.of()).contains(answer)) {
                return new Rating(answered, name, names.indexOf(name) + 1);
            }
            answered.put(name, answer);
        }
        return new Rating(answered, null, names.size());
    }

    /** The form as it is sent: without the questions that were passed over. */
    static MultiValueMap<String, String> answers(MultiValueMap<String, String> said) {
        MultiValueMap<String, String> answers = new LinkedMultiValueMap<>(said);
        QUESTIONS.keySet().stream()
                .filter(name -> PASSED.equals(said.getFirst(name)))
                .forEach(answers::remove);
        return answers;
    }

    /** What may be answered to the question that is asked now. */
    public List<String> choices() {
        return next == null ? List.of() : QUESTIONS.getOrDefault(next, List.of());
    }

    /** Whether any question was answered. */
    public boolean any() {
        return answered.values().stream().anyMatch(answer -> !answer.equals(PASSED));
    }

    /** How many questions there are. */
    public int all() {
        return QUESTIONS.size();
    }
}
