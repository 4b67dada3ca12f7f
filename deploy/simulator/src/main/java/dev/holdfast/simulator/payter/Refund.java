package dev.holdfast.simulator.payter;

/** Money that was taken and went back to the card holder; the amount in minor units. */
record Refund(String reference, long amount, String refundId) {}
