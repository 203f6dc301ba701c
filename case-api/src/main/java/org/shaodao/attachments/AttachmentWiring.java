package org.shaodao.attachments;

import java.io.IOException;
import java.nio.file.Files;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The store of attachments, looked at once before the first request. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(AttachmentSettings.class)
class AttachmentWiring {
    @Bean
    Drafts attachmentDrafts(AttachmentSettings settings) {
        try {
            Files.createDirectories(settings.folder());
            new FolderStore(settings.folder()).check();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Shaodao does not start: attachments cannot be written to %s; make the folder ours, or name another by shaodao.attachments.folder."
                            .formatted(settings.folder()),
                    e);
        }
        return new Drafts(settings.folder());
    }

    @Bean
    BlobStore attachmentStore(AttachmentSettings settings) {
        AttachmentSettings.Bucket bucket = settings.bucket();
        if (bucket == null) {
            return new FolderStore(settings.folder());
        }
        BucketStore store = new BucketStore(bucket);
        try {
            store.check();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Shaodao does not start: the bucket %s at %s cannot be reached with the key given in shaodao.attachments.bucket."
                            .formatted(bucket.name(), bucket.endpoint()),
                    e);
        }
        return store;
    }

    @Bean
    Pictures pictures(AttachmentSettings settings) {
        return new Pictures(settings);
    }
}
