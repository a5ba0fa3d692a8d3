package com.smartfitness.access.gate;

import com.smartfitness.access.entry.DenialReason;
import com.smartfitness.access.entry.Entries;
import com.smartfitness.access.entry.Entry;
import com.smartfitness.access.gate.SignedForGate.Code;
import com.smartfitness.access.gate.SignedForGate.Signed;
import com.smartfitness.access.replica.KnownBranches;
import com.smartfitness.access.replica.KnownDevice;
import com.smartfitness.access.replica.KnownUsers;
import com.smartfitness.access.store.Nonces;
import com.smartfitness.access.store.Store;
import com.smartfitness.access.store.TimeOrderedId;
import com.smartfitness.defaults.device.DeviceProof;
import com.smartfitness.defaults.security.Caller;
import com.smartfitness.events.AccessMethod;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Ways in without a face: a code that the gate shows and a user sends in, and operators who open from afar. */
@Service
class Codes {

    private final Gates gates;
    private final KnownUsers users;
    private final KnownBranches branches;
    private final Entries entries;
    private final Nonces nonces;
    private final Store store;
    private final SignedForGate signing;
    private final GateProperties properties;
    private final Clock clock;

    Codes(
            Gates gates,
            KnownUsers users,
            KnownBranches branches,
            Entries entries,
            Nonces nonces,
            Store store,
            SignedForGate signing,
            GateProperties properties,
            Clock clock) {
        this.gates = gates;
        this.users = users;
        this.branches = branches;
        this.entries = entries;
        this.nonces = nonces;
        this.store = store;
        this.signing = signing;
        this.properties = properties;
        this.clock = clock;
    }

    /** A new code for the gate to show. */
    Signed issue(DeviceProof proof, String gateId) {
        gates.require(proof, gateId);
        nonces.use(proof);
        return signing.sign(SignedForGate.CODE, gateId, UUID.randomUUID().toString(), properties.code());
    }

    /** Lets a user in who stands before the gate that shows this code. */
    AccessAnswer use(Caller caller, String text) {
        Code code = signing.readCode(text).orElseThrow(InvalidCodeException::invalid);
        KnownDevice gate = gates.find(code.gateId()).orElseThrow(() -> new GateNotFoundException(code.gateId()));
        users.requireActive(caller);
        long remembered =
                Math.max(1, Duration.between(clock.instant(), code.expiresAt()).toMillis());
        return open(gate, AccessMethod.QR, caller, store.key("code", code.id()), remembered);
    }

    /** Opens a gate from afar. */
    AccessAnswer open(Caller operator, String gateId) {
        KnownDevice gate = gates.find(gateId).orElseThrow(() -> new GateNotFoundException(gateId));
        String once = store.key("code", UUID.randomUUID().toString());
        return open(gate, AccessMethod.OPERATOR, operator, once, 1);
    }

    private AccessAnswer open(KnownDevice gate, AccessMethod method, Caller caller, String proof, long remembered) {
        boolean shut = method != AccessMethod.OPERATOR && !branches.isOpen(gate.branchId());
        Instant now = clock.instant();
        Entry entry = new Entry(
                TimeOrderedId.at(now),
                now,
                gate.branchId(),
                gate.id(),
                method,
                caller.userId(),
                shut ? DenialReason.BRANCH_CLOSED : null,
                null);
        String command = entry.isGranted()
                ? signing.sign(SignedForGate.COMMAND, gate.id(), entry.id(), properties.command())
                        .jwt()
                : "";
        if (!entries.record(entry, proof, remembered, command)) {
            throw InvalidCodeException.used();
        }
        return AccessAnswer.of(entry, null);
    }
}
