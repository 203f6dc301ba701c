package org.shaodao.resident;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.attachments.Attachments.Uploaded;
import org.shaodao.attachments.UploadForms;
import org.shaodao.problem.Problem;

/**
 * A form with files, as it arrived. Files that were taken in before, with a form that was not taken, come back as tickets
 * that may be unticked.
 *
 * @param said in its fields
 * @param tickets of all its files
 * @param refused why one of the files was not taken; null = all were
 */
record Files(
        Map<String, String> said,
        List<String> tickets,
        List<Uploaded> uploaded,
        @Nullable Problem refused) {
    private static final String KEPT = "kept-";

    static Files of(UploadForms.Sent sent) {
        List<String> tickets = Stream.concat(
                        sent.fields().entrySet().stream()
                                .filter(field -> field.getKey().startsWith(KEPT))
                                .map(Map.Entry::getValue),
                        sent.files().stream().map(Uploaded::ticket))
                .toList();
        return new Files(sent.fields(), tickets, sent.files(), sent.refused());
    }

    /** What makes this form the same as another: a file that is sent again gets another ticket. */
    Map<String, String> mark(String about) {
        Map<String, String> all = new TreeMap<>(said);
        all.keySet().removeAll(List.of("_csrf", "key"));
        all.put("about", about);
        for (int i = 0; i < uploaded.size(); i++) {
            all.put(
                    "file-" + i,
                    uploaded.get(i).mediaType() + ' ' + uploaded.get(i).bytes());
        }
        return all;
    }
}
