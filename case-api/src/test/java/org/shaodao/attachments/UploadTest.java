package org.shaodao.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.attachments.SampleFiles.archive;
import static org.shaodao.attachments.SampleFiles.bytes;
import static org.shaodao.attachments.SampleFiles.drawn;
import static org.shaodao.attachments.SampleFiles.paper;
import static org.shaodao.attachments.SampleFiles.photo;
import static org.shaodao.attachments.SampleFiles.together;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shaodao.RunningProduct;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.RunningProduct.Session;
import tools.jackson.databind.JsonNode;

/** What is taken in, what is not and why, and what is swept. */
class UploadTest {
    private static final RunningProduct PRODUCT = RunningProduct.shared();
    private static final Session STREET = PRODUCT.as("huayuan");
    private static final String UPLOADS = "/api/v1/attachments";
    private static final Path FOLDER = PRODUCT.data().resolve("attachments");

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("photo.jpg", bytes("MZ\u0090\0\3\0\0\0\4\0\0\0\377\377\0\0" + "\0".repeat(200)), "TYPE"),
                Arguments.of("photo.jpg", archive(), "TYPE"),
                Arguments.of("photo.jpg", bytes("#!/bin/sh\nrm -rf /\n"), "TYPE"),
                Arguments.of(
                        "photo.svg",
                        bytes("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>"),
                        "TYPE"),
                Arguments.of("page.txt", bytes("<!DOCTYPE html><html><script>alert(1)</script></html>"), "TYPE"),
                Arguments.of("photo.jpg", new byte[0], "EMPTY"),
                Arguments.of("photo.jpg", Arrays.copyOf(drawn(300, 200, "jpg"), 400), "DAMAGED"),
                Arguments.of("photo.jpg", Arrays.copyOf(drawn(300, 200, "png"), 60), "DAMAGED"),
                Arguments.of("paper.pdf", Arrays.copyOf(paper(""), 20), "DAMAGED"),
                Arguments.of("words.txt", bytes("\377\376 no text \300"), "DAMAGED"),
                Arguments.of("photo.png", SampleFiles.bomb(), "TOO_MANY_PIXELS"),
                Arguments.of("paper.pdf", together(paper(""), archive()), "HIDDEN_ARCHIVE"));
    }

    @ParameterizedTest
    @MethodSource
    void refused(String name, byte[] file, String reason) {
        Answer answer = SampleFiles.upload(STREET, UPLOADS, name, file);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(415);
        assertThat(answer.code()).isEqualTo("attachment-not-allowed");
        assertThat(answer.json().at("/facts/reason").asString()).isEqualTo(reason);
        assertThat(answer.json().at("/facts/limits/image~1jpeg").asLong()).isEqualTo(20 << 20);
        assertThat(answer.json().path("detail").asString()).contains("JPEG ≤ 20 MiB", "MP4 ≤ 100 MiB");
    }

    @Test
    void what_telephones_and_scanners_make_is_taken_by_its_content() {
        assertThat(type("no-name", photo(40, 20, "here"))).isEqualTo("image/jpeg");
        assertThat(type("photo.exe", drawn(40, 20, "png"))).isEqualTo("image/png");
        assertThat(type("x", paper("contract"))).isEqualTo("application/pdf");
        assertThat(type("x", "停水通知\n三号楼".getBytes(StandardCharsets.UTF_8))).isEqualTo("text/plain");
        assertThat(type("x", bytes("ID3\4\0\0\0\0\0\0" + "\377\373\220\0".repeat(50))))
                .isEqualTo("audio/mpeg");
        assertThat(type("x", bytes("\0\0\0\30ftypM4A \0\0\0\0M4A mp42" + "\0".repeat(50))))
                .isEqualTo("audio/mp4");
        assertThat(type("x", bytes("\0\0\0\30ftypmp42\0\0\0\0mp42isom" + "\0".repeat(50))))
                .isEqualTo("video/mp4");
    }

    @Test
    void a_photo_behind_which_an_archive_hides_loses_the_archive() throws IOException {
        Answer answer = SampleFiles.upload(STREET, UPLOADS, "x", together(drawn(40, 20, "jpg"), archive()));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().at("/files/0/mediaType").asString()).isEqualTo("image/jpeg");
    }

    @Test
    void two_hundred_mebibytes_are_refused_before_they_are_sent() throws IOException {
        URI address = URI.create(PRODUCT.url(UPLOADS));
        try (Socket sender = new Socket(address.getHost(), address.getPort())) {
            String head = "POST " + UPLOADS + " HTTP/1.1\r\nHost: localhost\r\nAccept-Language: en\r\nAuthorization: "
                    + STREET.authorization() + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: "
                    + (200L << 20) + "\r\n\r\n--x\r\n";
            sender.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            InputStream answer = sender.getInputStream();
            StringBuilder said = new StringBuilder();
            for (int next = answer.read(); next >= 0 && !said.toString().endsWith("\r\n\r\n"); next = answer.read()) {
                said.append((char) next);
            }
            assertThat(said).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void a_photo_longer_than_photos_may_be_is_refused_with_what_is_allowed() {
        byte[] long_one = Arrays.copyOf(drawn(40, 20, "jpg"), 21 << 20);
        Answer answer = SampleFiles.upload(STREET, UPLOADS, "photo.jpg", long_one);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("attachment-too-large");
        assertThat(answer.json().path("detail").asString())
                .startsWith("The file is too large: at most 20 MiB. Allowed: JPEG ≤ 20 MiB");
    }

    @Test
    void what_is_no_form_is_refused() {
        Session form = STREET.header("Content-Type", "multipart/form-data; boundary=x");
        assertThat(form.send("POST", UPLOADS, "--y\r\n").code()).isEqualTo("invalid-fields");
        assertThat(form.send("POST", UPLOADS, "--x--\r\n").code()).isEqualTo("invalid-fields");
        assertThat(STREET.post(UPLOADS, Map.of()).code()).isEqualTo("invalid-fields");
        assertThat(SampleFiles.upload(PRODUCT.as("shenji"), UPLOADS, "x", paper(""))
                        .status())
                .as("who takes no steps attaches nothing")
                .isEqualTo(403);
    }

    @Test
    void what_lies_on_the_disk_is_sealed() throws IOException {
        String secret = "where-mrs-wang-lives";
        Answer answer = SampleFiles.upload(STREET, UPLOADS, "x", paper(secret));
        assertThat(answer.status()).isEqualTo(201);
        String key = answer.json().at("/files/0/ticket").asString().substring(37);
        try (Stream<Path> files = Files.walk(FOLDER)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).isNotEmpty().noneMatch(file -> file.toString().endsWith(".draft"));
            for (Path file : all) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(secret, key);
            }
        }
    }

    @Test
    void a_store_that_is_away_is_told_and_nothing_else_is_lost() throws IOException {
        Path elsewhere = FOLDER.resolveSibling("attachments-elsewhere");
        Files.move(FOLDER, elsewhere);
        try {
            Files.writeString(FOLDER, "a file where the folder should be");
            Answer answer = SampleFiles.upload(STREET, UPLOADS, "x", paper(""));
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("attachment-store-unavailable");
            assertThat(answer.header("Retry-After")).isNotEmpty();
            assertThat(STREET.post("/api/v1/cases", demand()).status()).isEqualTo(201);
        } finally {
            Files.delete(FOLDER);
            Files.move(elsewhere, FOLDER);
        }
        assertThat(SampleFiles.upload(STREET, UPLOADS, "x", paper("")).status()).isEqualTo(201);
    }

    @Test
    void nobody_heaps_up_files_without_using_them() {
        Session busy = PRODUCT.as("gongre");
        for (int i = 0; i < 50; i++) {
            assertThat(SampleFiles.upload(busy, UPLOADS, "x", paper("")).status())
                    .isEqualTo(201);
        }
        Answer answer = SampleFiles.upload(busy, UPLOADS, "x", paper(""));
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.code()).isEqualTo("too-many-waiting");
    }

    @Test
    void files_to_which_no_event_refers_are_swept_and_the_others_stay() throws IOException {
        String used = ticket(paper("used"));
        String unused = ticket(paper("unused"));
        String refused = ticket(paper("refused"));
        Map<String, Object> demand = demand();
        demand.put("attachments", List.of(used));
        JsonNode opened = STREET.post("/api/v1/cases", demand).json();
        Answer wrong = STREET.post(
                "/api/v1/cases/" + opened.get("caseId").asString() + "/dispatches/7/arrivals",
                Map.of("reportMode", "ON_THE_SPOT", "attachments", List.of(refused)));
        assertThat(wrong.status()).isBetween(400, 499);

        AttachmentSweeper sweeper = PRODUCT.bean(AttachmentSweeper.class);
        assertThat(sweeper.sweep(Instant.now().minus(AttachmentSweeper.PATIENCE)))
                .as("within a day")
                .isZero();
        assertThat(sweeper.sweep(Instant.now().plusSeconds(1))).isGreaterThanOrEqualTo(2);
        assertThat(sweeper.sweep(Instant.now().plusSeconds(1))).isZero();

        assertThat(STREET.get("/api/v1/cases/" + opened.get("caseId").asString() + "/attachments/"
                                + used.substring(0, 36) + "?minVersion=0")
                        .status())
                .isEqualTo(200);
        for (String gone : List.of(unused, refused)) {
            demand.put("attachments", List.of(gone));
            assertThat(STREET.post("/api/v1/cases", demand)
                            .json()
                            .at("/errors/0/code")
                            .asString())
                    .isEqualTo("attachment");
        }
    }

    private static String ticket(byte[] file) {
        return SampleFiles.upload(STREET, UPLOADS, "x", file)
                .json()
                .at("/files/0/ticket")
                .asString();
    }

    private static String type(String name, byte[] file) {
        Answer answer = SampleFiles.upload(STREET, UPLOADS, name, file);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        return answer.json().at("/files/0/mediaType").asString();
    }

    static Map<String, Object> demand() {
        return new java.util.HashMap<>(Map.of(
                "kind", "HELP",
                "channel", "HOTLINE",
                "category", "heating/cold-home",
                "place", "linxi/huayuan/dongmen",
                "subject", "暖气不热",
                "narrative", "家里只有十四度。"));
    }
}
