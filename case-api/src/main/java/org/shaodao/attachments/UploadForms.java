package org.shaodao.attachments;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.shaodao.attachments.Attachments.Uploaded;
import org.shaodao.problem.Problem;
import org.springframework.stereotype.Component;

/**
 * Reads a form with files while it arrives: the container would lay the files on the disk as they are. A field that a file
 * input left empty is no file.
 */
@Component
public class UploadForms {
    private static final int LONGEST_FIELD = 1 << 17;
    private static final int MOST_PARTS = 100;

    private final Attachments attachments;

    UploadForms(Attachments attachments) {
        this.attachments = attachments;
    }

    /** What a form held, in its order: the last value of each field, and the files that were taken in. */
    public record Form(Map<String, String> fields, List<Uploaded> files) {}

    /**
     * Reads the whole form.
     *
     * @param by opaque id of the uploader
     * @throws Problem for the first file that is not taken; those before it are swept in time
     */
    public Form read(HttpServletRequest request, String by) {
        attachments.announced(request.getContentLengthLong());
        if (!JakartaServletFileUpload.isMultipartContent(request)) {
            throw Problem.field("file", "form");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        List<Uploaded> files = new ArrayList<>();
        try {
            JakartaServletFileUpload<?, ?> form = new JakartaServletFileUpload<>();
            form.setMaxFileCount(MOST_PARTS);
            for (FileItemInputIterator parts = form.getItemIterator(request); parts.hasNext(); ) {
                FileItemInput part = parts.next();
                if (part.isFormField()) {
                    fields.put(part.getFieldName(), field(part));
                } else if (!(part.getName() == null || part.getName().isEmpty())) {
                    files.add(attachments.receive(part.getInputStream(), request.getContentLengthLong(), by));
                }
            }
        } catch (FileUploadException malformed) {
            throw Problem.field("file", "form");
        } catch (IOException e) {
            throw Problem.field("file", "form");
        }
        return new Form(fields, files);
    }

    private static String field(FileItemInput part) throws IOException {
        byte[] value = part.getInputStream().readNBytes(LONGEST_FIELD + 1);
        if (value.length > LONGEST_FIELD) {
            throw Problem.field(part.getFieldName(), "form");
        }
        return new String(value, StandardCharsets.UTF_8);
    }
}
