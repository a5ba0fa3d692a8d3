package com.smartfitness.monitoring.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.monitoring.Answer;
import com.smartfitness.monitoring.Branches;
import com.smartfitness.monitoring.Device;
import com.smartfitness.monitoring.RunningMonitoring;
import com.smartfitness.monitoring.User;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsIT {

    private static final String PATH = "/api/v1/equipment-faults";
    private static final User owner = User.anOwner();

    private static RunningMonitoring service;
    private static String branch;
    private static List<String> faults;

    @BeforeAll
    static void breakFiveGates() {
        service = RunningMonitoring.shared();
        branch = Branches.open(service, owner);
        faults = IntStream.range(0, 5).mapToObj(_ -> aFault()).toList();
    }

    @Test
    void areShownOnceEachWhileOthersHappen() {
        List<String> shown = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = list("limit=2" + cursor);
            shown.addAll(page.items("faultId"));
            cursor = page.text("next").isEmpty() ? "" : "&cursor=" + page.text("next");
            aFault();
        } while (!cursor.isEmpty());

        assertThat(shown).doesNotHaveDuplicates();
        assertThat(shown.reversed()).filteredOn(faults::contains).isEqualTo(faults);
    }

    @Test
    void areAcknowledgedByTheOwnerOnce() {
        String path = PATH + "/" + aFault();

        Answer first = service.post(path + "/acknowledgement", "", owner).expect(200);
        Answer again = service.post(path + "/acknowledgement", "", owner).expect(200);

        assertThat(first.text("acknowledgedBy")).isEqualTo(owner.id());
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(service.get(path, owner).json()).isEqualTo(first.json());
        assertThat(list("acknowledged=true&open=true&type=STATUS_ERROR").items("faultId"))
                .contains(first.text("faultId"));
        assertThat(list("acknowledged=false&limit=100").items("faultId")).doesNotContain(first.text("faultId"));
        service.post(path + "/acknowledgement", "", User.anOperator()).expectProblem(403, "forbidden");
    }

    @Test
    void areHiddenFromOtherOwners() {
        User another = User.anOwner();
        String path = PATH + "/" + faults.getFirst();

        service.get(path, another).expectProblem(404, "fault-not-found");
        service.post(path + "/acknowledgement", "", another).expectProblem(404, "fault-not-found");
        assertThat(service.get(PATH + "?branchId=" + branch, another).items("faultId"))
                .isEmpty();
        service.get(path, User.anOperator()).expect(200);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, invalid-request",
        "type=FIRE, invalid-request",
        "open=perhaps, invalid-request",
        "cursor=x, invalid-cursor"
    })
    void areNotShownForParametersOutOfRange(String query, String type) {
        service.get(PATH + "?" + query, owner).expectProblem(400, type);
    }

    private static Answer list(String query) {
        return service.get(PATH + "?" + query, owner).expect(200);
    }

    private static String aFault() {
        Device gate = Device.register(service, branch);
        gate.hasAnError("모터 과열").expect(204);
        return list("equipmentId=" + gate.id()).items("faultId").getFirst();
    }
}
