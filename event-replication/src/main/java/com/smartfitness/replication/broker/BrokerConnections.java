package com.smartfitness.replication.broker;

import com.rabbitmq.client.Address;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The service's connections to the broker: one to publish, one to consume, so that a broker that blocks publishers
 * still delivers. Made when first asked for, and made anew when lost; callers decide how long to wait between tries.
 */
public final class BrokerConnections implements AutoCloseable {

    private final Slot publishing;
    private final Slot consuming;

    /** @param factory without automatic recovery: who uses a connection declares again what it needs */
    public BrokerConnections(ConnectionFactory factory, List<Address> addresses, String service) {
        factory.setAutomaticRecoveryEnabled(false);
        factory.setTopologyRecoveryEnabled(false);
        this.publishing = new Slot(factory, addresses, service + " publishing");
        this.consuming = new Slot(factory, addresses, service + " consuming");
    }

    public Connection publishing() throws IOException {
        return publishing.open();
    }

    public Connection consuming() throws IOException {
        return consuming.open();
    }

    /** Whether both directions, as far as they have been asked for, are connected. */
    public boolean isConnected() {
        return publishing.isConnected() && consuming.isConnected();
    }

    @Override
    public void close() {
        publishing.close();
        consuming.close();
    }

    private static final class Slot {

        private static final int CLOSE_TIMEOUT_MILLIS = 5_000;

        private final ConnectionFactory factory;
        private final List<Address> addresses;
        private final String name;
        private final ReentrantLock lock = new ReentrantLock();
        private volatile @Nullable Connection connection;

        Slot(ConnectionFactory factory, List<Address> addresses, String name) {
            this.factory = factory;
            this.addresses = addresses;
            this.name = name;
        }

        Connection open() throws IOException {
            lock.lock();
            try {
                Connection current = connection;
                if (current == null || !current.isOpen()) {
                    current = factory.newConnection(addresses, name);
                    connection = current;
                }
                return current;
            } catch (TimeoutException e) {
                throw new IOException("The broker does not answer", e);
            } finally {
                lock.unlock();
            }
        }

        boolean isConnected() {
            Connection current = connection;
            return current != null && current.isOpen();
        }

        void close() {
            Connection current = connection;
            if (current != null) {
                current.abort(CLOSE_TIMEOUT_MILLIS);
            }
        }
    }
}
