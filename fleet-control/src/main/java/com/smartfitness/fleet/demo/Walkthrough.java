package com.smartfitness.fleet.demo;

import com.smartfitness.devices.FacePhoto;
import com.smartfitness.devices.SigningDevice;
import java.util.function.Consumer;

/**
 * What the fleet is for, once from end to end: a branch opens, a helper tidies up and sends a photo, the model judges, the
 * owner corrects, the helper is paid, and the corrected judgement lies among the training data. Then a customer comes in.
 */
public final class Walkthrough {

    private final Journey journey;
    private final Consumer<String> progress;

    /**
     * Everybody who takes part.
     *
     * @param operator signs in; the others sign up
     */
    public record People(Account owner, Account helper, Account customer, Account operator) {}

    /** What has come of it. */
    public record Outcome(String branchId, String taskId, String judgement, String modelVersion) {}

    /** @param progress told of each step when it is done */
    public Walkthrough(GatewayClient gateway, Consumer<String> progress) {
        this.journey = new Journey(gateway);
        this.progress = progress;
    }

    /**
     * Does it all.
     *
     * @param photo of laundry, JPEG
     * @throws com.smartfitness.stack.StackException with what the fleet said, where a step does not succeed
     */
    public Outcome run(People people, byte[] photo) {
        String owner = journey.becomeOwner(people.owner());
        progress.accept("an owner has signed up: " + people.owner().email());

        // There is one already if an earlier walk got no further: its helper works there.
        String opened = journey.newestBranch(owner);
        String branchId = opened.isEmpty() ? journey.openBranch(owner, "강남역점") : opened;
        progress.accept("the owner has opened branch " + branchId);

        String helper = journey.becomeHelper(people.helper(), branchId);
        progress.accept("a helper has signed up for it: " + people.helper().email());

        String taskId = journey.sendPhoto(helper, photo);
        progress.accept("the helper has sent a photo: task " + taskId);

        Answer judged = journey.awaitJudgement(helper, taskId);
        progress.accept("model %s judges it %s".formatted(judged.text("modelVersion"), judged.text("aiResult")));

        journey.confirm(owner, taskId);
        progress.accept("the owner has corrected that to 양호");

        journey.awaitSample(journey.signIn(people.operator()), taskId);
        progress.accept("mlops-service has the sample, with label and photo");

        Answer balance = journey.awaitReward(helper);
        progress.accept("the helper's balance is %s %s".formatted(balance.text("amount"), balance.text("currency")));

        journey.awaitDone(owner, branchId, taskId);
        progress.accept("branchowner-service shows the task as done");

        comeIn(people.customer(), owner, branchId);
        return new Outcome(branchId, taskId, judged.text("aiResult"), judged.text("modelVersion"));
    }

    private void comeIn(Account account, String owner, String branchId) {
        String customer = journey.becomeCustomer(account);
        journey.enrol(customer, FacePhoto.COLLINS.bytes());
        progress.accept("a customer has signed up and enrolled by photo: " + account.email());

        SigningDevice gate = journey.install(owner, branchId, "GATE");
        Answer entry = journey.enter(gate, FacePhoto.COLLINS_AT_THE_GATE.bytes());
        progress.accept("a gate has known the customer on another photo, and opened: entry " + entry.text("accessId"));

        // Nobody reports for it from now on, which would be a fault.
        journey.uninstall(owner, gate);
    }
}
