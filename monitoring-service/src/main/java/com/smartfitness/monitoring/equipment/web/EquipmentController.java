package com.smartfitness.monitoring.equipment.web;

import com.smartfitness.defaults.security.Caller;
import com.smartfitness.defaults.web.Page;
import com.smartfitness.defaults.web.RevisionTag;
import com.smartfitness.events.EquipmentType;
import com.smartfitness.monitoring.equipment.DeviceKey;
import com.smartfitness.monitoring.equipment.Equipment;
import com.smartfitness.monitoring.equipment.EquipmentId;
import com.smartfitness.monitoring.equipment.Register;
import com.smartfitness.monitoring.replica.BranchId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/equipment")
@PreAuthorize("hasAnyRole('BRANCH_OWNER', 'OPERATOR')")
class EquipmentController {

    private static final String E_TAG = "ETag of the equipment as it was read.";

    private final Register register;

    EquipmentController(Register register) {
        this.register = register;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Register equipment",
            description = "For the owner of the branch, and operators. 422 for a branch that is not known (yet), 409"
                    + " for a closed one, 403 for another owner's.")
    ResponseEntity<EquipmentView> register(@Valid @RequestBody RegistrationRequest request, Caller caller) {
        Equipment equipment = register.register(
                new BranchId(request.branchId()),
                request.equipmentType(),
                request.toProfile(),
                DeviceKey.of(request.publicKey()),
                caller);
        return ResponseEntity.created(URI.create("/api/v1/equipment/" + equipment.id()))
                .eTag(RevisionTag.of(equipment.revision()))
                .body(EquipmentView.of(equipment));
    }

    @GetMapping
    @Operation(
            summary = "List equipment, newest first",
            description = "What stands in the owner's branches; everything for operators.")
    Page<EquipmentView> list(
            @RequestParam(required = false) @Nullable String branchId,
            @RequestParam(required = false) @Nullable EquipmentType type,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        BranchId branch = branchId == null ? null : new BranchId(branchId);
        return register.list(branch, type, limit, cursor, caller).map(EquipmentView::of);
    }

    @GetMapping("/{equipmentId}")
    @Operation(summary = "Read one piece", description = "404 also for what stands in another owner's branch.")
    ResponseEntity<EquipmentView> get(@PathVariable String equipmentId, Caller caller) {
        return answer(register.get(new EquipmentId(equipmentId), caller));
    }

    @PutMapping("/{equipmentId}")
    @Operation(
            summary = "Edit name, ping address, or whether it is in service",
            description = "428 without If-Match, 412 where it is not the equipment's ETag. Out of service, reports are"
                    + " refused, silence is no fault, and open faults are closed.")
    ResponseEntity<EquipmentView> edit(
            @PathVariable String equipmentId,
            @Parameter(description = E_TAG) @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody EditRequest request,
            Caller caller) {
        return answer(register.edit(
                new EquipmentId(equipmentId), request.toProfile(), RevisionTag.expectedBy(ifMatch), caller));
    }

    @PutMapping("/{equipmentId}/public-key")
    @Operation(
            summary = "Replace the key that it signs with",
            description = "The body is a JSON Web Key on P-256 without its private part. What the old key has signed"
                    + " is refused from now on. 428 without If-Match, 412 where it is not the equipment's ETag.")
    ResponseEntity<EquipmentView> replaceKey(
            @PathVariable String equipmentId,
            @Parameter(description = E_TAG) @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @PublicKeyOnP256 Map<String, Object> publicKey,
            Caller caller) {
        return answer(register.replaceKey(
                new EquipmentId(equipmentId), DeviceKey.of(publicKey), RevisionTag.expectedBy(ifMatch), caller));
    }

    @DeleteMapping("/{equipmentId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Remove equipment for good",
            description = "Its history and its faults stay. 428 without If-Match, 412 where it is not the equipment's"
                    + " ETag.")
    void remove(
            @PathVariable String equipmentId,
            @Parameter(description = E_TAG) @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        register.remove(new EquipmentId(equipmentId), RevisionTag.expectedBy(ifMatch), caller);
    }

    private static ResponseEntity<EquipmentView> answer(Equipment equipment) {
        return ResponseEntity.ok().eTag(RevisionTag.of(equipment.revision())).body(EquipmentView.of(equipment));
    }
}
