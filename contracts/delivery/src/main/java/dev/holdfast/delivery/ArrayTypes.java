package dev.holdfast.delivery;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import org.hibernate.metamodel.MappingMetamodel;
import org.hibernate.query.spi.QueryParameterBindingTypeResolver;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.type.BasicType;

/**
 * Makes the types of arrays known that statements take as parameters. Hibernate finds the type of
 * one that no entity has anew for each parameter, and each time fails, with an exception that
 * nobody sees, to remember it.
 */
@ApplicationScoped
class ArrayTypes {
  private static final List<Class<?>> ARRAYS =
      List.of(String[].class, Long[].class, Integer[].class, Boolean[].class, UUID[].class);

  private final Mutiny.SessionFactory sessionFactory;

  ArrayTypes(Mutiny.SessionFactory sessionFactory) {
    this.sessionFactory = sessionFactory;
  }

  /** Before the first statement. */
  void atStart(@Observes @Priority(-30) StartupEvent start) {
    MappingMetamodel metamodel = (MappingMetamodel) sessionFactory.getMetamodel();
    QueryParameterBindingTypeResolver types = (QueryParameterBindingTypeResolver) metamodel;
    for (Class<?> array : ARRAYS) {
      if (types.resolveParameterBindType(array) instanceof BasicType<?> type) {
        metamodel.getTypeConfiguration().getBasicTypeRegistry().register(type, array.getTypeName());
      }
    }
  }
}
