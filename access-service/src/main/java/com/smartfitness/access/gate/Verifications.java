package com.smartfitness.access.gate;

import com.smartfitness.access.entry.DenialReason;
import com.smartfitness.access.entry.Entries;
import com.smartfitness.access.entry.Entry;
import com.smartfitness.access.face.FaceTemplate;
import com.smartfitness.access.face.Faces;
import com.smartfitness.access.face.PhotoTemplates;
import com.smartfitness.access.face.Templates;
import com.smartfitness.access.gate.SignedForGate.Signed;
import com.smartfitness.access.replica.DecisionRule;
import com.smartfitness.access.replica.KnownBranches;
import com.smartfitness.access.replica.KnownDevice;
import com.smartfitness.access.replica.KnownUsers;
import com.smartfitness.access.store.Nonces;
import com.smartfitness.access.store.TimeOrderedId;
import com.smartfitness.defaults.device.DeviceProof;
import com.smartfitness.defaults.device.InvalidDeviceProofException;
import com.smartfitness.defaults.problem.ProblemException;
import com.smartfitness.events.AccessMethod;
import com.smartfitness.gallery.Nearest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Decides who it is that stands before a gate, and whether it opens. */
@Service
class Verifications {

    private final Gates gates;
    private final Templates templates;
    private final PhotoTemplates photoTemplates;
    private final Faces faces;
    private final DecisionRule rule;
    private final KnownUsers users;
    private final KnownBranches branches;
    private final Entries entries;
    private final Nonces nonces;
    private final SignedForGate signing;
    private final GateProperties properties;
    private final VerificationTimes times;
    private final Clock clock;

    Verifications(
            Gates gates,
            Templates templates,
            PhotoTemplates photoTemplates,
            Faces faces,
            DecisionRule rule,
            KnownUsers users,
            KnownBranches branches,
            Entries entries,
            Nonces nonces,
            SignedForGate signing,
            GateProperties properties,
            VerificationTimes times,
            Clock clock) {
        this.gates = gates;
        this.templates = templates;
        this.photoTemplates = photoTemplates;
        this.faces = faces;
        this.rule = rule;
        this.users = users;
        this.branches = branches;
        this.entries = entries;
        this.nonces = nonces;
        this.signing = signing;
        this.properties = properties;
        this.times = times;
        this.clock = clock;
    }

    /**
     * Records the attempt and, where it is granted, makes the command that opens the gate.
     *
     * @throws NotThatGateException where the device is not that gate, which is recorded too
     */
    AccessAnswer verify(DeviceProof proof, String gateId, VerificationRequest request) {
        KnownDevice gate = requireGate(proof, gateId);
        FaceTemplate template = templates.read(request.modelVersion(), request.template());
        request.forget();
        return answer(proof, gate, List.of(template));
    }

    /**
     * The same with a photo. One on which no face can be told is no attempt, and is not recorded.
     *
     * @throws NotThatGateException where the device is not that gate, which is recorded too
     * @throws ProblemException where no template can be made of the photo
     */
    AccessAnswer verify(DeviceProof proof, String gateId, byte[] photo) {
        KnownDevice gate = requireGate(proof, gateId);
        List<FaceTemplate> seen;
        try {
            seen = photoTemplates.all(photo);
        } catch (ProblemException unusable) {
            nonces.use(proof);
            throw unusable;
        }
        return answer(proof, gate, seen);
    }

    private KnownDevice requireGate(DeviceProof proof, String gateId) {
        KnownDevice gate = gates.find(proof, gateId).orElse(null);
        if (gate == null) {
            remember(refused(gates.signer(proof)), proof);
            throw new NotThatGateException();
        }
        return gate;
    }

    /** @param seen of one face, by each model that people are enrolled by; a later one is asked about whom none before knows */
    private AccessAnswer answer(DeviceProof proof, KnownDevice gate, List<FaceTemplate> seen) {
        Entry entry = searched(gate, seen.getFirst());
        for (int next = 1; next < seen.size() && entry.denied() == DenialReason.NO_MATCH; next++) {
            Entry other = searched(gate, seen.get(next));
            entry = other.denied() == DenialReason.NO_MATCH ? entry : other;
        }
        seen.forEach(FaceTemplate::forget);
        Entry decided = entry;
        Signed command = decided.isGranted()
                ? times.sign(() -> signing.sign(SignedForGate.COMMAND, gate.id(), decided.id(), properties.command()))
                : null;
        remember(decided, proof);
        return AccessAnswer.of(decided, command);
    }

    private Entry searched(KnownDevice gate, FaceTemplate template) {
        DecisionRule.Rule limits = rule.of(template.model());
        return decided(gate, times.search(() -> faces.nearest(template, limits.floor())), template.model(), limits);
    }

    private void remember(Entry entry, DeviceProof proof) {
        if (!times.record(() -> entries.record(entry, nonces.key(proof), nonces.remembered(proof), ""))) {
            throw InvalidDeviceProofException.used();
        }
    }

    /** Under the device that has signed, so that whatever it asks for is an attempt of its own, in its own branch. */
    private Entry refused(KnownDevice device) {
        Instant now = clock.instant();
        return new Entry(
                TimeOrderedId.at(now),
                now,
                device.branchId(),
                device.id(),
                AccessMethod.FACE,
                null,
                DenialReason.UNKNOWN_GATE,
                null);
    }

    private Entry decided(KnownDevice gate, Nearest nearest, String model, DecisionRule.Rule limits) {
        DenialReason denied = denial(gate, nearest, limits);
        boolean recognised = denied == null || denied == DenialReason.INACTIVE_USER;
        Instant now = clock.instant();
        return new Entry(
                TimeOrderedId.at(now),
                now,
                gate.branchId(),
                gate.id(),
                AccessMethod.FACE,
                recognised ? nearest.id() : null,
                denied,
                new Entry.Scores(nearest.similarity(), nearest.margin(), model));
    }

    private @Nullable DenialReason denial(KnownDevice gate, Nearest nearest, DecisionRule.Rule limits) {
        if (!branches.isOpen(gate.branchId())) {
            return DenialReason.BRANCH_CLOSED;
        }
        if (nearest.id() == null || !limits.isMatch(nearest.similarity())) {
            return DenialReason.NO_MATCH;
        }
        if (!limits.isClear(nearest.margin())) {
            return DenialReason.AMBIGUOUS;
        }
        return users.mayEnter(nearest.id()) ? null : DenialReason.INACTIVE_USER;
    }
}
