package com.smartfitness.branchowner.branch.web;

import com.smartfitness.branchowner.branch.Branch;
import com.smartfitness.branchowner.branch.BranchId;
import com.smartfitness.branchowner.branch.Branches;
import com.smartfitness.defaults.security.Caller;
import com.smartfitness.defaults.web.Page;
import com.smartfitness.defaults.web.RevisionTag;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
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
@RequestMapping("/api/v1/branches")
class BranchController {

    private final Branches branches;

    BranchController(Branches branches) {
        this.branches = branches;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('BRANCH_OWNER')")
    @Operation(
            summary = "Register a branch",
            description = "503 not-replicated-yet right after signing up: this service has to hear of the owner first.")
    ResponseEntity<BranchView> register(@Valid @RequestBody BranchRequest request, Caller caller) {
        Branch branch = branches.register(request.toProfile(), caller);
        return ResponseEntity.created(URI.create("/api/v1/branches/" + branch.id()))
                .eTag(RevisionTag.of(branch.revision()))
                .body(BranchView.of(branch));
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('BRANCH_OWNER', 'OPERATOR')")
    @Operation(
            summary = "List branches, newest first",
            description = "An owner's own, closed ones too; everybody's for operators. For nobody else: customers find"
                    + " branches through the search.")
    Page<BranchView> list(
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        return branches.list(limit, cursor, caller).map(BranchView::of);
    }

    @GetMapping("/{branchId}")
    @Operation(
            summary = "Read a branch",
            description =
                    "Open to everybody, signed in or not: helpers look their branch up before they sign up. A closed"
                            + " branch is 404 to all but its owner and operators.",
            security = {})
    ResponseEntity<BranchView> get(@PathVariable String branchId, @Nullable Caller caller) {
        return answer(branches.get(new BranchId(branchId), caller));
    }

    @PutMapping("/{branchId}")
    @PreAuthorize("hasRole('BRANCH_OWNER')")
    @Operation(
            summary = "Edit a branch",
            description =
                    "Replaces all that the owner says of it: what is left out is gone, or back at its default. 428"
                            + " without If-Match, 412 where it is not the branch's ETag, 409 once the branch is closed, 403 for"
                            + " another owner's branch.")
    ResponseEntity<BranchView> edit(
            @PathVariable String branchId,
            @Parameter(description = "ETag of the branch as it was read.")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch,
            @Valid @RequestBody BranchRequest request,
            Caller caller) {
        return answer(
                branches.edit(new BranchId(branchId), request.toProfile(), RevisionTag.expectedBy(ifMatch), caller));
    }

    @PostMapping("/{branchId}/closure")
    @PreAuthorize("hasRole('BRANCH_OWNER')")
    @Operation(
            summary = "Close a branch for good",
            description = "Closing it again changes nothing. 403 for another owner's branch.")
    ResponseEntity<BranchView> close(@PathVariable String branchId, Caller caller) {
        return answer(branches.close(new BranchId(branchId), caller));
    }

    private static ResponseEntity<BranchView> answer(Branch branch) {
        return ResponseEntity.ok().eTag(RevisionTag.of(branch.revision())).body(BranchView.of(branch));
    }
}
