package com.smartfitness.fleettests;

import com.smartfitness.fleet.demo.Account;
import com.smartfitness.fleet.demo.Answer;
import com.smartfitness.fleet.demo.GatewayClient;
import com.smartfitness.fleet.demo.Journey;
import com.smartfitness.fleet.demo.SamplePhoto;
import java.util.UUID;

/**
 * A branch with its people, new for each test.
 *
 * @param owner the owner's access token
 * @param helper the helper's
 * @param operator the operator's
 */
record Scene(Journey journey, GatewayClient gateway, String owner, String helper, String operator, String branchId) {

    static Scene create() {
        GatewayClient gateway = RunningFleet.gateway();
        Journey journey = new Journey(gateway);
        String owner = journey.becomeOwner(anyAccount());
        String branchId = journey.openBranch(owner, "시험점");
        String helper = journey.becomeHelper(anyAccount(), branchId);
        return new Scene(journey, gateway, owner, helper, journey.signIn(RunningFleet.operator()), branchId);
    }

    static Account anyAccount() {
        String id = UUID.randomUUID().toString();
        return new Account(id + "@example.com", "long enough " + id);
    }

    /** A task that the model has judged and nobody has confirmed. */
    String judgedTask() {
        String taskId = journey.sendPhoto(helper, SamplePhoto.bytes());
        journey.awaitJudgement(helper, taskId);
        return taskId;
    }

    Answer asOwner(String path) {
        return gateway.get(path, owner);
    }

    Answer asHelper(String path) {
        return gateway.get(path, helper);
    }

    Answer asOperator(String path) {
        return gateway.get(path, operator);
    }
}
