package org.shaodao.attachments;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.jspecify.annotations.Nullable;
import org.shaodao.attachments.Attachments.Uploaded;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemCode;
import org.springframework.stereotype.Component;

/**
 * Reads a form with files while it arrives: the container would lay the files on the disk as they are. A field that a file
 * input left empty is no file.
 */
@Component
public class UploadForms {
    private static final int LONGEST_FIELD = 1 << 17;
    private static final int MOST_PARTS = 100;

    /** With one form of a page, as with one step. */
    private static final int MOST_FILES = 10;

    private final Attachments attachments;

    UploadForms(Attachments attachments) {
        this.attachments = attachments;
    }

    /** What a form held, in its order: the last value of each field, and the files that were taken in. */
    public record Form(Map<String, String> fields, List<Uploaded> files) {}

    /**
     * What a form of a page held, its words before its files.
     *
     * @param refused why one of its files was not taken; what stood after it was not read
     */
    public record Sent(
            Map<String, String> fields,
            List<Uploaded> files,
            @Nullable Problem refused) {}

    /**
     * Reads the whole form.
     *
     * @param by opaque id of the uploader
     * @throws Problem for the first file that is not taken; those before it are swept in time
     */
    public Form read(HttpServletRequest request, String by) {
        attachments.announced(request.getContentLengthLong());
        Form form = new Form(new LinkedHashMap<>(), new ArrayList<>());
        read(request, form, file -> attachments.receive(file, request.getContentLengthLong(), by));
        return form;
    }

    /**
     * Reads a form of a page: whoever wrote it sees their words again, whatever is wrong with a file. Nobody need be known
     * to send one, so that none of its files is read where they are too many or too large together.
     *
     * @param by opaque id of the uploader
     */
    public Sent sent(HttpServletRequest request, String by) {
        Form form = new Form(new LinkedHashMap<>(), new ArrayList<>());
        try {
            read(request, form, file -> {
                attachments.announced(request.getContentLengthLong());
                if (form.files().size() == MOST_FILES) {
                    throw new Problem(ProblemCode.TOO_MANY_WAITING, Map.of("most", MOST_FILES));
                }
                return attachments.receive(file, -1, by); // each of them says how long it is
            });
            return new Sent(form.fields(), form.files(), null);
        } catch (Problem notTaken) {
            return new Sent(form.fields(), form.files(), notTaken);
        }
    }

    private interface Taking {
        Uploaded take(InputStream file);
    }

    private static void read(HttpServletRequest request, Form into, Taking files) {
        if (!JakartaServletFileUpload.isMultipartContent(request)) {
            throw Problem.field("file", "form");
        }
        try {
            JakartaServletFileUpload<?, ?> form = new JakartaServletFileUpload<>();
            form.setMaxFileCount(MOST_PARTS);
            for (FileItemInputIterator parts = form.getItemIterator(request); parts.hasNext(); ) {
                FileItemInput part = parts.next();
                if (part.isFormField()) {
                    into.fields().put(part.getFieldName(), field(part));
                } else if (!(part.getName() == null || part.getName().isEmpty())) {
                    into.files().add(files.take(part.getInputStream()));
                }
            }
        } catch (FileUploadException malformed) {
            throw Problem.field("file", "form");
        } catch (IOException e) {
            throw Problem.field("file", "form");
        }
    }

    private static String field(FileItemInput part) throws IOException {
        byte[] value = part.getInputStream().readNBytes(LONGEST_FIELD + 1);
        if (value.length > LONGEST_FIELD) {
            throw Problem.field(part.getFieldName(), "form");
        }
        return new String(value, StandardCharsets.UTF_8);
    }
}
