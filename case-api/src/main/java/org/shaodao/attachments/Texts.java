package org.shaodao.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.shaodao.attachments.Drafts.Draft;
import org.shaodao.attachments.NotTaken.Reason;

/** A plain text is UTF-8 from its first to its last byte: no other file can hide in one. */
final class Texts {
    private Texts() {}

    static FileType require(Draft text, AttachmentSettings settings) throws IOException {
        try (InputStream bytes = text.open()) {
            CharSequence words = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.readAllBytes()));
            if (words.chars().noneMatch(Texts::control)) {
                return FileType.TEXT;
            }
        } catch (CharacterCodingException e) {
            throw NotTaken.because(Reason.DAMAGED, FileType.TEXT.mediaType(), settings);
        }
        throw NotTaken.because(Reason.DAMAGED, FileType.TEXT.mediaType(), settings);
    }

    private static boolean control(int character) {
        return Character.isISOControl(character) && "\t\n\r\f".indexOf(character) < 0;
    }
}
