package com.smartfitness.access.face;

import com.smartfitness.defaults.device.DeviceProof;
import com.smartfitness.defaults.device.DeviceProofFormat;
import com.smartfitness.defaults.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/faces/me")
@PreAuthorize("hasAnyRole('CUSTOMER', 'HELPER')")
class FaceController {

    private final Enrolments enrolments;

    FaceController(Enrolments enrolments) {
        this.enrolments = enrolments;
    }

    @Operation(
            summary = "Enrol a face",
            description =
                    "Sent by a registered camera at which the user has signed in and consented: the user's token says"
                            + " whose face it is, the camera's signature that it has seen it. An old face is replaced.")
    @Parameter(name = DeviceProofFormat.HEADER, in = ParameterIn.HEADER, required = true)
    @PutMapping
    FaceView enrol(DeviceProof proof, @Valid @RequestBody EnrolmentRequest request, Caller caller) {
        return FaceView.of(enrolments.enrol(caller, proof, request));
    }

    @Operation(
            summary = "Enrol a face by photos",
            description =
                    "One to five photos of the caller, from the front and with some light: JPEG, PNG or WebP of up to 1 MB."
                            + " They are turned into a template at once and not kept. An old face is replaced.")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    FaceView enrol(
            @RequestPart @Size(min = 1, max = 5) List<MultipartFile> photos,
            @RequestParam @AssertTrue(message = "Without the user's consent no face is kept.") boolean consent,
            Caller caller)
            throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (MultipartFile photo : photos) {
            files.add(photo.getBytes());
        }
        return FaceView.of(enrolments.enrol(caller, files));
    }

    @Operation(summary = "Whether a face is enrolled", description = "404 where none is.")
    @GetMapping
    FaceView get(Caller caller) {
        return FaceView.of(enrolments.get(caller));
    }

    @Operation(
            summary = "Withdraw consent",
            description = "The template, its key and every copy in memory are erased. Repeating it changes nothing.")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Caller caller) {
        enrolments.withdraw(caller);
    }
}
