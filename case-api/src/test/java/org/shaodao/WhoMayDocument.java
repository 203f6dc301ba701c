package org.shaodao;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shaodao.casefile.GeneratedDocument;

/** The document {@code who-may.md}: the tables of the tests, as people read them. */
public final class WhoMayDocument {
    private static final String FILE = "../../case-api/docs/who-may.md";

    /** By column, who of {@link WhoMayTable} stands in it, and what their standing to the case is called. */
    private static final Map<String, Map<String, String>> COLUMNS = columns();

    private WhoMayDocument() {}

    static void api(Map<String, Map<String, Integer>> heard) {
        part(
                "api",
                List.copyOf(COLUMNS.keySet()),
                heard.entrySet().stream()
                        .sorted(Comparator.comparing(row -> path(row.getKey())))
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                row -> COLUMNS.values().stream()
                                        .map(column -> cell(column, row.getValue()))
                                        .toList(),
                                (one, other) -> one,
                                LinkedHashMap::new)));
    }

    /** The table of pages, or of anything else asked by address. */
    public static void part(String mark, List<String> columns, Map<String, List<String>> rows) {
        StringBuilder table = new StringBuilder("| | " + String.join(" | ", columns) + " |\n|---|");
        table.append("---|".repeat(columns.size())).append('\n');
        rows.forEach((address, cells) -> table.append("| `")
                .append(address)
                .append("` | ")
                .append(String.join(" | ", cells))
                .append(" |\n"));
        GeneratedDocument.part(FILE, "<!-- " + mark + " -->", "<!-- /" + mark + " -->", table.toString());
    }

    /** What one who asks hears. */
    public static String answer(int status) {
        return status < 400 ? "✓" : "✗ " + status;
    }

    /** By path, and for the same path by what is done there. */
    public static String path(String address) {
        int blank = address.indexOf(' ');
        return address.substring(blank + 1) + ' ' + address.substring(0, blank);
    }

    private static String cell(Map<String, String> column, Map<String, Integer> heard) {
        Map<String, List<String>> answers = column.entrySet().stream()
                .collect(Collectors.groupingBy(
                        caller -> answer(heard.get(caller.getKey())),
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return answers.size() == 1
                ? answers.keySet().iterator().next()
                : answers.entrySet().stream()
                        .map(each -> each.getKey() + ' ' + String.join(", ", each.getValue()))
                        .collect(Collectors.joining("; "));
    }

    private static Map<String, Map<String, String>> columns() {
        Map<String, Map<String, String>> columns = new LinkedHashMap<>();
        columns.put("street 街道", inOrder("street", "own", "other-street", "other"));
        columns.put("unit 责任单位", inOrder("lead", "lead", "assisting", "assisting", "other-unit", "other"));
        columns.put("district 区级督办", inOrder("district", ""));
        columns.put("auditor 审计", inOrder("auditor", ""));
        columns.put("grid worker 网格员", inOrder("grid-worker", ""));
        columns.put("community 社区", inOrder("community", ""));
        columns.put("administrator 管理员", inOrder("administrator", ""));
        columns.put("other system 其他系统", inOrder("outside", ""));
        columns.put("resident 居民", inOrder(WhoMayTable.RESIDENT, ""));
        return columns;
    }

    private static Map<String, String> inOrder(String... pairs) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            all.put(pairs[i], pairs[i + 1]);
        }
        return all;
    }
}
