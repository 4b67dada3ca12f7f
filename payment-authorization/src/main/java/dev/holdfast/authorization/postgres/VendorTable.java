package dev.holdfast.authorization.postgres;

import static java.util.stream.Collectors.toMap;

import dev.holdfast.authorization.core.admission.VendorCloud;
import dev.holdfast.delivery.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** The copy of what terminal-registry says of the vendors' clouds: a handful of rows. */
@ApplicationScoped
public class VendorTable {
  private static final BinaryOperator<VendorCloud> NEWER =
      BinaryOperator.maxBy(Comparator.comparingLong(VendorCloud::version));

  /** Keeps a cloud's newest version: one statement a cloud, of which there are a handful. */
  public Uni<Void> keep(Transaction transaction, List<VendorCloud> clouds) {
    var newest =
        clouds.stream().collect(toMap(VendorCloud::cloud, cloud -> cloud, NEWER, TreeMap::new));
    Uni<Void> all = Uni.createFrom().voidItem();
    for (VendorCloud cloud : newest.values()) {
      all = all.chain(() -> keep(transaction, cloud));
    }
    return all;
  }

  private static Uni<Void> keep(Transaction transaction, VendorCloud cloud) {
    return transaction
        .session()
        .createNativeQuery(
            """
            insert into vendors (cloud, version, status, since, detail)
            values (?1, ?2, ?3, ?4, cast(?5 as text))
            on conflict (cloud) do update set
              version = excluded.version, status = excluded.status,
              since = excluded.since, detail = excluded.detail
            where vendors.version < excluded.version
            """)
        .setParameter(1, cloud.cloud())
        .setParameter(2, cloud.version())
        .setParameter(3, cloud.status().name())
        .setParameter(4, cloud.since())
        .setParameter(5, cloud.detail())
        .executeUpdate()
        .replaceWithVoid();
  }
}
