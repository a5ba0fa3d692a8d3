package com.smartfitness.monitoring.watch;

import com.smartfitness.monitoring.equipment.PingAddress;

/** Equipment that has not been heard for too long, and is to be asked by whoever holds this. */
record SilentEquipment(String id, PingAddress address) {}
