package com.smartfitness.testing.servers;

import com.smartfitness.stack.RabbitAdmin;
import com.smartfitness.stack.Server;

/** A RabbitMQ node with its management. */
public interface TestBroker extends Server {

    RabbitAdmin admin();

    /**
     * Makes the node believe it is out of memory, so that it blocks publishers, or lets them go on. A connection that
     * is blocked cannot be closed in an orderly way either: end the alarm first.
     */
    void setMemoryAlarm(boolean raised);

    /** Writes the names of quorum queues to disk now, which a node may do late. */
    void settleQueues();
}
