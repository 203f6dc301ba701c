package org.shaodao.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.shaodao.attachments.AttachmentSettings.Bucket;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Sealed files in a bucket of a store that speaks the S3 protocol, on the premises or elsewhere. */
final class BucketStore implements BlobStore {
    private final S3Client client;
    private final String bucket;

    BucketStore(Bucket bucket) {
        this.bucket = bucket.name();
        client = S3Client.builder()
                .endpointOverride(bucket.endpoint())
                .region(Region.of(bucket.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(bucket.accessKey(), bucket.secretKey())))
                .forcePathStyle(true)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    @Override
    public void keep(String sha256, Path draft) throws IOException {
        try {
            client.putObject(object -> object.bucket(bucket).key(sha256), draft);
        } catch (SdkException e) {
            throw new IOException(e);
        }
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        try {
            return client.getObject(object -> object.bucket(bucket).key(sha256));
        } catch (NoSuchKeyException e) {
            throw new NoSuchFileException(sha256);
        } catch (SdkException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void remove(String sha256) throws IOException {
        try {
            client.deleteObject(object -> object.bucket(bucket).key(sha256));
        } catch (SdkException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void check() throws IOException {
        try {
            client.headBucket(request -> request.bucket(bucket));
        } catch (SdkException e) {
            throw new IOException(e);
        }
    }
}
