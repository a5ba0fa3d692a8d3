package com.smartfitness.access.gate;

import java.time.Instant;

record CodeView(String code, Instant expiresAt) {}
