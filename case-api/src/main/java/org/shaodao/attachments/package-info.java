/** 附件. Photos, documents and sounds: taken in, cleaned, sealed, kept outside the events, given to who may see them. */
@NullMarked
package org.shaodao.attachments;

import org.jspecify.annotations.NullMarked;
