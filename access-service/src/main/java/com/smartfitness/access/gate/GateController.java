package com.smartfitness.access.gate;

import com.nimbusds.jose.jwk.JWKSet;
import com.smartfitness.access.gate.SignedForGate.Signed;
import com.smartfitness.access.store.Nonces;
import com.smartfitness.defaults.device.DeviceProof;
import com.smartfitness.defaults.device.DeviceProofFormat;
import com.smartfitness.defaults.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What terminals ask for, each for its own gate, and what operators do to gates. */
@RestController
@RequestMapping("/api/v1/gates")
class GateController {

    private final Verifications verifications;
    private final Codes codes;
    private final CommandStreams streams;
    private final Gates gates;
    private final Nonces nonces;
    private final CommandKey key;

    GateController(
            Verifications verifications,
            Codes codes,
            CommandStreams streams,
            Gates gates,
            Nonces nonces,
            CommandKey key) {
        this.verifications = verifications;
        this.codes = codes;
        this.streams = streams;
        this.gates = gates;
        this.nonces = nonces;
        this.key = key;
    }

    @Operation(
            summary = "Ask who stands before the gate",
            description =
                    "Signed by the gate. The answer says whether it opens and carries the command that makes it; the"
                            + " outcome is reported afterwards. Every attempt is recorded.")
    @Parameter(name = DeviceProofFormat.HEADER, in = ParameterIn.HEADER, required = true)
    @PostMapping("/{gateId}/verifications")
    ResponseEntity<AccessAnswer> verify(
            DeviceProof proof, @PathVariable String gateId, @Valid @RequestBody VerificationRequest request) {
        AccessAnswer answer = verifications.verify(proof, gateId, request);
        return ResponseEntity.created(URI.create("/api/v1/accesses/" + answer.accessId()))
                .body(answer);
    }

    @Operation(
            summary = "Ask by photo who stands before the gate",
            description =
                    "The same with what the gate's camera sees: JPEG, PNG or WebP of up to 1 MB. Where no face can be"
                            + " told on it the problem says what to do better, and nothing is recorded.")
    @Parameter(name = DeviceProofFormat.HEADER, in = ParameterIn.HEADER, required = true)
    @PostMapping(
            path = "/{gateId}/verifications",
            consumes = {MediaType.IMAGE_JPEG_VALUE, MediaType.IMAGE_PNG_VALUE, "image/webp"})
    ResponseEntity<AccessAnswer> verifyPhoto(
            DeviceProof proof, @PathVariable String gateId, @RequestBody byte[] photo) {
        AccessAnswer answer = verifications.verify(proof, gateId, photo);
        return ResponseEntity.created(URI.create("/api/v1/accesses/" + answer.accessId()))
                .body(answer);
    }

    @Operation(
            summary = "A code to show",
            description = "Signed by the gate, which shows the code for users to scan and fetches the next one in time."
                    + " Good once, for this gate, for 30 seconds at most.")
    @Parameter(name = DeviceProofFormat.HEADER, in = ParameterIn.HEADER, required = true)
    @PostMapping("/{gateId}/codes")
    CodeView code(DeviceProof proof, @PathVariable String gateId) {
        Signed code = codes.issue(proof, gateId);
        return new CodeView(code.jwt(), code.expiresAt());
    }

    @Operation(
            summary = "Commands for the gate, as they come",
            description = "Server-sent events named open, whose data are commands; signed by the gate. A terminal that"
                    + " connects again sends Last-Event-ID and gets what is still good and it has not had.")
    @Parameter(name = DeviceProofFormat.HEADER, in = ParameterIn.HEADER, required = true)
    @GetMapping(path = "/{gateId}/commands", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter commands(
            DeviceProof proof,
            @PathVariable String gateId,
            @RequestHeader(name = "Last-Event-ID", required = false)
                    @Pattern(regexp = "[0-9]{1,15}-[0-9]{1,15}") @Nullable String lastSeen) {
        gates.require(proof, gateId);
        nonces.use(proof);
        return streams.open(gateId, lastSeen);
    }

    @Operation(summary = "Open a gate from afar", description = "Reaches the gate over its command stream.")
    @PostMapping("/{gateId}/openings")
    @PreAuthorize("hasRole('OPERATOR')")
    ResponseEntity<AccessAnswer> open(@PathVariable String gateId, Caller caller) {
        AccessAnswer answer = codes.open(caller, gateId);
        return ResponseEntity.created(URI.create("/api/v1/accesses/" + answer.accessId()))
                .body(answer);
    }

    @Operation(summary = "What commands are verified with", description = "A JSON Web Key Set (RFC 7517).")
    @GetMapping("/command-keys")
    Map<String, Object> keys() {
        return new JWKSet(key.get().publicKey()).toJSONObject();
    }
}
