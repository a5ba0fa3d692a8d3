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

    /**
     * Takes the port, the folder of buckets and the folder of keys; to be heard on an address of the machine that address,
     * and for TLS a PKCS #12 store and its password.
     */
    public static void main(String[] arguments) throws Exception {
        String address = arguments.length > 3 ? arguments[3] : "127.0.0.1";
        BlobStore store = new FilesystemNio2BlobStore(arguments[1]);
        Keys keys = new Keys(Path.of(arguments[2]), store);

        // Of those without a key S3Proxy asks this store, which refuses whatever rights a bucket grants to everyone.
        // The one identity that it demands here is replaced by the locator.
        S3Proxy.Builder builder = S3Proxy.builder()
                .blobStore(RestrictedStore.none(store))
                .awsAuthentication(AuthenticationType.AWS_V4, "nobody", "nothing")
                .stopTimeout(5_000);
        String authority = address + ":" + arguments[0];
        S3Proxy proxy = arguments.length > 4
                ? builder.secureEndpoint(URI.create("https://" + authority))
                        .keyStore(arguments[4], arguments[5])
                        .build()
                : builder.endpoint(URI.create("http://" + authority)).build();
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
