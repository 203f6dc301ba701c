package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.RunningProduct.Session;
import org.shaodao.attachments.SampleFiles;
import tools.jackson.databind.JsonNode;

/** 附件. Files that come with steps: who may refer to them, who sees them, and that they are forgotten with the person. */
class AttachedToCasesTest {
    private static final String WHERE = "31.2304N-121.4737E";
    private final Town town = Town.shared();

    @Test
    void a_photo_comes_with_a_demand_the_right_way_up_and_without_the_place_it_was_taken_at() throws Exception {
        String address = raised(photo(town.street()));
        JsonNode file = Town.history(town.street(), address, 0).get(0).at("/facts/attachments/0");
        assertThat(file.get("mediaType").asString()).isEqualTo("image/jpeg");
        assertThat(file.propertyNames()).containsExactlyInAnyOrder("id", "mediaType", "bytes");

        HttpResponse<byte[]> answer = read(town.street(), address, file);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).hasSize(file.get("bytes").asInt());
        assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", WHERE);
        assertThat(answer.headers().map())
                .containsEntry("content-type", List.of("image/jpeg"))
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("cache-control", List.of("no-store"));
        assertThat(answer.headers().firstValue("content-disposition").orElse(""))
                .startsWith("inline; filename=");
        var image = ImageIO.read(new ByteArrayInputStream(answer.body()));
        assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(20, 40);
        assertThat(image.getRGB(10, 5) >> 16 & 0xff)
                .as("what was on the left is on top")
                .isGreaterThan(200);
    }

    @Test
    void whoever_may_read_what_the_event_says_sees_the_file_and_nobody_else() throws Exception {
        String address = raised(photo(town.street()));
        int version = town.blow(address);
        JsonNode file = Town.history(town.heating(), address, version).get(0).at("/facts/attachments/0");
        assertThat(read(town.heating(), address, file).statusCode()).isEqualTo(200);
        assertThat(read(town.district(), address, file).statusCode()).isEqualTo(200);
        assertThat(read(town.urban(), address, file).statusCode()).isEqualTo(404);
        assertThat(read(town.nobody(), address, file).statusCode()).isEqualTo(401);
        assertThat(read(town.street(), town.whistled(), file).statusCode())
                .as("of another case")
                .isEqualTo(404);
    }

    @Test
    void a_file_belongs_to_one_case_and_to_its_uploader() {
        String ticket = photo(town.street());
        String address = raised(ticket);
        assertThat(town.street()
                        .post(address + "/supplements", Map.of("words", "又一次。", "attachments", List.of(ticket)))
                        .status())
                .as("the same case may refer to it again")
                .isEqualTo(200);
        Map<String, Object> other = Map.of("words", "别的事。", "attachments", List.of(ticket));
        ProblemAnswer.of(town.street().post(town.raised() + "/supplements", other))
                .is(400, "invalid-fields")
                .field(
                        "attachments",
                        "attachment",
                        "is not the ticket of a file you uploaded, or belongs to another case, or expired; upload it again.");
        String heatings = photo(town.heating());
        for (String wrong : List.of(heatings, ticket.substring(0, 60) + "x".repeat(60), "x".repeat(80))) {
            ProblemAnswer.of(town.street()
                            .post(
                                    town.raised() + "/supplements",
                                    Map.of("words", "别的事。", "attachments", List.of(wrong))))
                    .is(400, "invalid-fields")
                    .fields("attachments");
        }
    }

    @Test
    void a_step_that_was_refused_leaves_the_file_to_the_next() {
        String ticket = photo(town.street());
        Map<String, Object> demand = Town.but(Town.demand(), "attachments", List.of(ticket));
        assertThat(town.street()
                        .post(Town.CASES, Town.but(demand, "category", "unheard-of"))
                        .status())
                .isEqualTo(422);
        assertThat(town.heating().post(Town.CASES, demand).status()).isBetween(400, 499);
        assertThat(town.street().post(Town.CASES, demand).status()).isEqualTo(201);
    }

    @Test
    void a_repeated_request_with_a_file_is_answered_as_the_first_was() {
        Session once = town.street().header("Idempotency-Key", "with-a-photo-" + System.nanoTime());
        Map<String, Object> demand = Town.but(Town.demand(), "attachments", List.of(photo(town.street())));
        JsonNode first = Town.accepted(once.post(Town.CASES, demand));
        assertThat(Town.accepted(once.post(Town.CASES, demand))).isEqualTo(first);
    }

    @Test
    void residents_send_photos_with_the_code_of_their_case() {
        String address = town.raised();
        Session resident = town.resident(address);
        Answer uploaded =
                SampleFiles.upload(resident, address + "/attachments", "x.jpg", SampleFiles.photo(40, 20, WHERE));
        String ticket = Town.accepted(uploaded).at("/files/0/ticket").asString();
        Town.accepted(
                resident.post(address + "/supplements", Map.of("words", "请看照片。", "attachments", List.of(ticket))));
    }

    @Test
    void attached_files_are_the_evidence_they_show() {
        String address = town.whistled();
        Map<String, Object> reply =
                Town.but(Town.but(Town.finalReply(), "evidence", null), "attachments", List.of(photo(town.heating())));
        int version = Town.version(town.heating().post(address + "/dispatches/1/replies", reply));
        JsonNode facts = Town.steps(town.street(), address, version).getLast().get("facts");
        assertThat(facts.get("evidence").get(0).asString()).isEqualTo("PHOTO");
        assertThat(facts.at("/attachments/0/mediaType").asString()).isEqualTo("image/jpeg");
    }

    @Test
    void a_person_who_is_erased_takes_their_photos_along() throws Exception {
        String address = raised(photo(town.street()));
        JsonNode file = Town.history(town.street(), address, 0).get(0).at("/facts/attachments/0");
        assertThat(town.administrator().post(address + "/erasure", null).status())
                .isEqualTo(204);
        HttpResponse<byte[]> answer = read(town.street(), address, file);
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("attachment-erased");
        assertThat(town.street()
                        .post(
                                address + "/supplements",
                                Map.of("words", "再补充。", "attachments", List.of(photo(town.street()))))
                        .code())
                .isEqualTo("person-erased");
    }

    private static String photo(Session uploader) {
        return Town.accepted(SampleFiles.upload(
                        uploader, "/api/v1/attachments", "IMG_0001.JPG", SampleFiles.photo(40, 20, WHERE)))
                .at("/files/0/ticket")
                .asString();
    }

    private String raised(String ticket) {
        Answer opened = town.street().post(Town.CASES, Town.but(Town.demand(), "attachments", List.of(ticket)));
        return Town.CASES + '/' + Town.accepted(opened).get("caseId").asString();
    }

    private HttpResponse<byte[]> read(Session reader, String address, JsonNode file)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                town.product().url(address + "/attachments/" + file.get("id").asString())));
        reader.headers().forEach(request::header);
        if (reader.authorization() != null) {
            request.header("Authorization", reader.authorization());
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
