package com.smartfitness.mlops.objects;

import com.smartfitness.replication.report.OwnStore;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.s3.S3Client;

/** This service's own object store, which tells nothing but that it is there. */
@Component
class OwnObjects implements OwnStore {

    private final S3Client ownClient;
    private final String bucket;

    OwnObjects(S3Client ownClient, ObjectsProperties own) {
        this.ownClient = ownClient;
        this.bucket = own.samplesBucket();
    }

    @Override
    public String name() {
        return "objects";
    }

    @Override
    public Figures look() {
        ownClient.headBucket(head -> head.bucket(bucket));
        return Figures.UNTOLD;
    }
}
