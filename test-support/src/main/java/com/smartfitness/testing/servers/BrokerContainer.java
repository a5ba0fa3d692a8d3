package com.smartfitness.testing.servers;

import com.smartfitness.stack.Credentials;
import com.smartfitness.stack.Ports;
import com.smartfitness.stack.RabbitAdmin;
import com.smartfitness.stack.RabbitServer;
import com.smartfitness.stack.Secrets;
import java.util.Map;
import org.testcontainers.images.builder.Transferable;

final class BrokerContainer extends ServerContainer implements TestBroker {

    private static final int CLIENTS = 5672;
    private static final int MANAGEMENT = 15672;

    private final RabbitAdmin admin;

    BrokerContainer() {
        this(Ports.free(), Ports.free(), new Credentials("administrator", Secrets.generate()));
    }

    private BrokerContainer(int port, int managementPort, Credentials administrator) {
        super("rabbitmq:4-management", "/var/lib/rabbitmq", Map.of(CLIENTS, port, MANAGEMENT, managementPort));
        admin = new RabbitAdmin(port, managementPort, administrator);
        container()
                .withCopyToContainer(
                        Transferable.of("""
                        default_user = %s
                        default_pass = %s
                        raft.wal_max_size_bytes = 67108864
                        collect_statistics_interval = 500
                        """.formatted(administrator.username(), administrator.password())),
                        "/etc/rabbitmq/conf.d/90-test.conf");
    }

    @Override
    public RabbitAdmin admin() {
        return admin;
    }

    @Override
    public void setMemoryAlarm(boolean raised) {
        evaluate(RabbitServer.memoryAlarm(raised));
    }

    @Override
    public void settleQueues() {
        evaluate(RabbitServer.SETTLE_QUEUES);
    }

    @Override
    boolean isReady() {
        return admin.listensOn(CLIENTS);
    }

    /** Runs Erlang inside the node. */
    private void evaluate(String expression) {
        run("rabbitmqctl", "eval", "ok = %s.".formatted(expression));
    }
}
