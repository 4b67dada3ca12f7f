package dev.holdfast.authorization.payter;

/** One cloud: a client for calls, which end within the gateway time-out, and one for long polls. */
record PayterCloud(PayterApi calls, PayterApi polls) {}
