package dev.holdfast.settlement.kafka;

import dev.holdfast.settlement.core.Command;
import dev.holdfast.settlement.core.TrailStep;
import java.util.List;

/** What a record tells: the rules its command, the trail its facts. */
record Heard(Command command, List<TrailStep> facts) {}
