package com.smartfitness.access.face;

import com.smartfitness.access.replica.KnownDevices;
import com.smartfitness.access.replica.KnownUsers;
import com.smartfitness.access.store.TimeOrderedId;
import com.smartfitness.defaults.device.DeviceProof;
import com.smartfitness.defaults.security.Caller;
import com.smartfitness.events.EquipmentType;
import com.smartfitness.recognition.UnitVectors;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Service;

/** Users' faces, from consent to withdrawal. */
@Service
class Enrolments {

    private final KnownUsers users;
    private final KnownDevices devices;
    private final Templates templates;
    private final PhotoTemplates photoTemplates;
    private final FaceCipher cipher;
    private final FaceStore store;
    private final Clock clock;

    Enrolments(
            KnownUsers users,
            KnownDevices devices,
            Templates templates,
            PhotoTemplates photoTemplates,
            FaceCipher cipher,
            FaceStore store,
            Clock clock) {
        this.users = users;
        this.devices = devices;
        this.templates = templates;
        this.photoTemplates = photoTemplates;
        this.cipher = cipher;
        this.store = store;
        this.clock = clock;
    }

    /** Keeps the user's face in the place of an old one. */
    Face enrol(Caller caller, DeviceProof proof, EnrolmentRequest request) {
        requireCamera(proof);
        users.requireActive(caller);
        FaceTemplate template = templates.read(request.modelVersion(), request.template());
        Face face = newFace(caller, template.model());
        store.enrol(cipher.seal(face, template.vector()), proof);
        template.forget();
        request.forget();
        return face;
    }

    /**
     * Keeps the mean of the faces on photos in the place of an old one. Of the photos nothing is kept.
     *
     * @param photos each of the same person
     */
    Face enrol(Caller caller, List<byte[]> photos) {
        users.requireActive(caller);
        List<FaceTemplate> seen = photos.stream().map(photoTemplates::of).toList();
        // Of models that were swapped meanwhile, only the last one's templates are compared from now on.
        String model = seen.getLast().model();
        float[] mean = UnitVectors.mean(seen.stream()
                .filter(template -> template.model().equals(model))
                .map(FaceTemplate::vector)
                .toList());
        Face face = newFace(caller, model);
        store.enrol(cipher.seal(face, mean));
        seen.forEach(FaceTemplate::forget);
        Arrays.fill(mean, 0);
        return face;
    }

    private Face newFace(Caller caller, String model) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Face(TimeOrderedId.at(now), caller.userId(), model, now);
    }

    /** The caller's face. */
    Face get(Caller caller) {
        return store.find(caller.userId()).orElseThrow(FaceNotFoundException::new);
    }

    /** Erases the caller's face; one that is not there is as good as erased. */
    void withdraw(Caller caller) {
        store.erase(caller.userId());
    }

    private void requireCamera(DeviceProof proof) {
        boolean camera = devices.find(proof.deviceId())
                .filter(device -> device.type() == EquipmentType.CAMERA)
                .isPresent();
        if (!camera) {
            throw new NotAnEnrolmentDeviceException();
        }
    }
}
