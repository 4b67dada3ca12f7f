package dev.holdfast.authorization.kafka.consume;

import dev.holdfast.authorization.CopyRegistry;
import dev.holdfast.authorization.core.admission.VendorCloud;
import dev.holdfast.authorization.core.admission.VendorStatus;
import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.Inbox;
import dev.holdfast.delivery.RecordHandler;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Unacceptable;
import dev.holdfast.events.VendorChanged;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads vendors.v1: how the clouds are doing. */
@ApplicationScoped
class VendorsTopic implements RecordHandler<VendorChanged, VendorCloud> {
  private final Inbox inbox;
  private final CopyRegistry copyRegistry;

  VendorsTopic(Inbox inbox, CopyRegistry copyRegistry) {
    this.inbox = inbox;
    this.copyRegistry = copyRegistry;
  }

  @Incoming("vendors")
  Uni<Void> receive(ConsumerRecords<byte[], byte[]> poll) {
    return inbox.receive(this, poll);
  }

  @Override
  public Topic topic() {
    return Topic.VENDORS;
  }

  @Override
  public VendorCloud read(String key, VendorChanged vendor) {
    var cloud = vendor.getVendor() + "/" + vendor.getVendorEnvironment();
    if (!key.equals(cloud)) {
      throw new Unacceptable("The key %s is not the cloud %s".formatted(key, cloud));
    }
    return new VendorCloud(
        cloud,
        vendor.getVersion(),
        status(vendor.getStatus()),
        vendor.getSince(),
        vendor.getDetail());
  }

  private static VendorStatus status(dev.holdfast.events.VendorStatus said) {
    return switch (said) {
      case OPERATIONAL -> VendorStatus.OPERATIONAL;
      case DEGRADED -> VendorStatus.DEGRADED;
      case DOWN -> VendorStatus.DOWN;
      case MAINTENANCE -> VendorStatus.MAINTENANCE;
      case UNKNOWN -> VendorStatus.UNKNOWN;
    };
  }

  @Override
  public Uni<Void> apply(Transaction transaction, List<VendorCloud> changed) {
    return copyRegistry.vendors(transaction, changed);
  }
}
