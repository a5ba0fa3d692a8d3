package com.smartfitness.fleet.simulation;

import com.smartfitness.devices.SigningDevice;
import com.smartfitness.devices.simulation.Equipment;
import com.smartfitness.devices.simulation.PingPort;
import com.smartfitness.fleet.demo.Account;
import com.smartfitness.fleet.demo.Answer;
import com.smartfitness.fleet.demo.GatewayClient;
import com.smartfitness.fleet.demo.Journey;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** An owner of simulated branches, whose equipment is all simulated. Signs in anew where a token may have expired. */
public final class Landlord {

    private static final int PAGE = 100;

    private final GatewayClient gateway;
    private final Journey journey;
    private final Account account;

    Landlord(GatewayClient gateway, Account account) {
        this.gateway = gateway;
        this.journey = new Journey(gateway);
        this.account = account;
    }

    /** A piece of equipment and what it is. */
    record Piece(String type, Equipment equipment) {}

    /** Signs up, or in, and takes away what an earlier simulation may have left. */
    void arrive() {
        removeEquipment(journey.becomeOwner(account));
    }

    /** Opens branches unless they are there; their ids. */
    List<String> open(int branches, int firstNumber) {
        String token = journey.signIn(account);
        Answer known = GatewayClient.untilArrived(() -> gateway.get("/api/v1/branches?limit=" + PAGE, token));
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < branches; i++) {
            String name = "시뮬레이션 %d호점".formatted(firstNumber + i);
            ids.add(known.body()
                    .path("items")
                    .valueStream()
                    .filter(branch -> branch.path("name").asString("").equals(name))
                    .map(branch -> branch.path("branchId").asString(""))
                    .findFirst()
                    .orElseGet(() -> journey.openBranch(token, name)));
        }
        return ids;
    }

    /** Registers the equipment of branches, as the size says. */
    List<Piece> furnish(List<String> branches, Size size) {
        String token = journey.signIn(account);
        List<Piece> pieces = new ArrayList<>();
        for (String branch : branches) {
            install(token, branch, "GATE", size.gates(), pieces);
            install(token, branch, "CAMERA", size.cameras(), pieces);
            install(token, branch, "SENSOR", size.sensors(), pieces);
        }
        return pieces;
    }

    private void install(String token, String branch, String type, int count, List<Piece> pieces) {
        for (int i = 0; i < count; i++) {
            PingPort port = PingPort.open();
            SigningDevice device = journey.install(token, branch, type, port.address());
            pieces.add(new Piece(type, new Equipment(device, branch, port)));
        }
    }

    /** The live stream of the owner's inbox, from now on. */
    public InputStream listen() {
        return gateway.listen("/api/v1/inbox/stream", journey.signIn(account));
    }

    /** Takes all equipment out of the register: nobody reports for it any more, which would be a fault. */
    void leave() {
        removeEquipment(journey.signIn(account));
    }

    private void removeEquipment(String token) {
        Set<String> found = equipment(token);
        while (!found.isEmpty()) {
            found.forEach(id -> GatewayClient.until(
                    () -> gateway.delete("/api/v1/equipment/" + id, token), answer -> !answer.isPassing()));
            found = equipment(token);
        }
    }

    private Set<String> equipment(String token) {
        Set<String> ids = new TreeSet<>();
        GatewayClient.untilArrived(() -> gateway.get("/api/v1/equipment?limit=" + PAGE, token))
                .body()
                .path("items")
                .forEach(piece -> ids.add(piece.path("equipmentId").asString("")));
        return ids;
    }
}
