package com.smartfitness.fleet.simulation;

import com.smartfitness.devices.Face;
import com.smartfitness.devices.simulation.DeviceLink;
import com.smartfitness.devices.simulation.Equipment;
import com.smartfitness.devices.simulation.Happenings;
import com.smartfitness.devices.simulation.Simulation;
import com.smartfitness.devices.simulation.Watcher;
import com.smartfitness.fleet.FleetPlan;
import com.smartfitness.fleet.demo.Account;
import com.smartfitness.fleet.demo.DemoData;
import com.smartfitness.fleet.demo.GatewayClient;
import com.smartfitness.fleet.demo.Journey;
import com.smartfitness.fleet.simulation.Landlord.Piece;
import com.smartfitness.stack.StackException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Branches whose equipment is simulated, in a fleet that runs: owners, branches, registered equipment, customers with
 * faces, made by the public APIs alone. People and branches stay for the next simulation; equipment goes with this one.
 */
public final class SimulatedBranches implements AutoCloseable {

    private final FleetPlan plan;
    private final GatewayClient gateway;
    private final HttpClient devices;
    private final List<Landlord> owners = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Face> faces = new ArrayList<>();

    private SimulatedBranches(FleetPlan plan) {
        this.plan = plan;
        this.gateway = DemoData.gateway(plan);
        this.devices = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(plan.authority().trust())
                .build();
    }

    /**
     * Makes all that is needed.
     *
     * @param progress takes a line for each step
     * @throws StackException where the fleet does not do as it should; nothing is left in the register then
     */
    public static SimulatedBranches build(FleetPlan plan, Size size, Consumer<String> progress) {
        SimulatedBranches branches = new SimulatedBranches(plan);
        try {
            branches.make(size, progress);
            return branches;
        } catch (RuntimeException failed) {
            branches.close();
            throw failed;
        }
    }

    private void make(Size size, Consumer<String> progress) {
        for (int owner = 0; owner < size.owners(); owner++) {
            owners.add(new Landlord(gateway, account("owner", owner)));
        }
        atOnce(owners.stream().map(owner -> (Runnable) owner::arrive).toList());
        progress.accept("%d owners are there".formatted(owners.size()));
        atOnce(IntStream.range(0, owners.size())
                .mapToObj(owner -> (Runnable) () -> furnish(owner, size))
                .toList());
        progress.accept("%d devices are registered in %d branches".formatted(pieces.size(), size.branches()));
        of("CAMERA").stream().findFirst().ifPresent(camera -> enrol(size.customers(), camera));
        progress.accept("%d customers have enrolled a face".formatted(faces.size()));
    }

    private void furnish(int number, Size size) {
        Landlord owner = owners.get(number);
        List<String> branches = owner.open(size.branchesOf(number), number * size.branchesOf(0) + 1);
        List<Piece> furniture = owner.furnish(branches, size);
        synchronized (pieces) {
            pieces.addAll(furniture);
        }
    }

    private void enrol(int customers, Equipment camera) {
        Journey journey = new Journey(gateway);
        for (int customer = 0; customer < customers; customer++) {
            Face face = Face.anybody();
            journey.enrol(journey.becomeCustomer(account("customer", customer)), camera.device(), face);
            faces.add(face);
        }
    }

    /** Has the equipment run until the simulation is closed. */
    public Simulation start(Happenings happenings, Watcher watcher) {
        DeviceLink link =
                new DeviceLink(devices, plan.service(FleetPlan.GATEWAY).uri());
        return Simulation.start(
                pieces.stream().map(Piece::equipment).toList(), of("GATE"), faces, happenings, link, watcher);
    }

    /** The branches that have equipment. */
    public List<String> branchIds() {
        return pieces.stream()
                .map(piece -> piece.equipment().branchId())
                .distinct()
                .toList();
    }

    public List<Landlord> owners() {
        return List.copyOf(owners);
    }

    /** Takes the equipment out of the register. */
    @Override
    public void close() {
        atOnce(owners.stream().map(owner -> (Runnable) owner::leave).toList());
        devices.close();
    }

    private List<Equipment> of(String type) {
        return pieces.stream()
                .filter(piece -> piece.type().equals(type))
                .map(Piece::equipment)
                .toList();
    }

    private Account account(String role, int number) {
        String name = "simulated-%s-%d".formatted(role, number + 1);
        return new Account(name + "@fleet.example", plan.home().secret(name));
    }

    private static void atOnce(List<Runnable> work) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            work.forEach(one -> running.add(threads.submit(one)));
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted", e);
        }
    }
}
