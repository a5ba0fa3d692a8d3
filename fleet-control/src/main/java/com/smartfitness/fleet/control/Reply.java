package com.smartfitness.fleet.control;

import com.smartfitness.fleet.Report;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The supervisor's line in answer to a {@link Request}: reports, or why there are none. */
record Reply(@Nullable String problem, List<Report> reports) {}
