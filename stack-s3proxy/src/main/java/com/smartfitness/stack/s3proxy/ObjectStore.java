package com.smartfitness.stack.s3proxy;

import java.net.URI;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** S3Proxy on a folder of buckets, with the keys of another folder. */
final class ObjectStore {

    private ObjectStore() {}

    /** Takes the port, the folder of buckets, the folder of keys, and the address it listens on, loopback unless said. */
    public static void main(String[] arguments) throws Exception {
        String address = arguments.length > 3 ? arguments[3] : "127.0.0.1";
        URI endpoint = URI.create("http://%s:%s".formatted(address, arguments[0]));
        BlobStore store = new FilesystemNio2BlobStore(arguments[1]);
        Keys keys = new Keys(Path.of(arguments[2]), store);

        // Of those without a key S3Proxy asks this store, which refuses whatever rights a bucket grants to everyone.
        // The one identity that it demands here is replaced by the locator.
        S3Proxy proxy = S3Proxy.builder()
                .blobStore(RestrictedStore.none(store))
                .awsAuthentication(AuthenticationType.AWS_V4, "nobody", "nothing")
                .endpoint(endpoint)
                .stopTimeout(5_000)
                .build();
        proxy.setBlobStoreLocator(keys);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(proxy), "stop"));
        proxy.start();
    }

    private static void stop(S3Proxy proxy) {
        try {
            proxy.stop();
        } catch (Exception e) {
            System.err.println("S3Proxy does not stop in an orderly way: " + e);
        }
    }
}
