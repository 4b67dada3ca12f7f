package dev.holdfast.doors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Bodies that cannot be read: as problems that name the field and the remedy, and no class of ours.
 */
@Singleton
class UnreadableJson implements ObjectMapperCustomizer {
  /** Before the library's (999), which name the Java class, or nothing at all. */
  private static final int FIRST = 900;

  /** By default 49.99 minor units would quietly become 49, and any number a true. */
  @Override
  public void customize(ObjectMapper mapper) {
    mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    mapper
        .coercionConfigFor(LogicalType.Boolean)
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
  }

  @ServerExceptionMapper(
      value = {
        InvalidFormatException.class,
        MismatchedInputException.class,
        UnrecognizedPropertyException.class
      },
      priority = FIRST)
  Response wrongValue(JsonMappingException wrong) {
    return problem(fieldOf(wrong), remedyOf(wrong)).toResponse();
  }

  /** What Jackson cannot even take apart arrives wrapped, and what a door has refused itself. */
  @ServerExceptionMapper(priority = FIRST)
  Response wrapped(WebApplicationException failure) {
    return switch (failure.getCause()) {
      case JsonMappingException wrong -> wrongValue(wrong);
      case JsonProcessingException _ ->
          problem("body", "must be well-formed JSON: check quotes, commas and braces").toResponse();
      case HttpProblem refused -> refused.toResponse();
      case null, default -> plain(failure).toResponse();
    };
  }

  /** A parameter that cannot be read is wrapped so; the library has an answer of its own to it. */
  @ServerExceptionMapper(priority = FIRST)
  Response notFound(NotFoundException failure) {
    return wrapped(failure);
  }

  private static HttpProblem plain(WebApplicationException failure) {
    return EveryProblem.ofStatus(
            failure.getResponse().getStatus(), String.valueOf(failure.getMessage()))
        .build();
  }

  private static HttpProblem problem(String field, String remedy) {
    return Problems.refused(field, "cannot be read", remedy);
  }

  private static String fieldOf(JsonMappingException wrong) {
    var path = new StringBuilder();
    for (Reference part : wrong.getPath()) {
      if (part.getFieldName() == null) {
        path.append('[').append(part.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(part.getFieldName());
      }
    }
    return path.isEmpty() ? "body" : path.toString();
  }

  private static String remedyOf(JsonMappingException wrong) {
    return switch (wrong) {
      case UnrecognizedPropertyException unknown ->
          "leave it out; what is read here is " + unknown.getKnownPropertyIds();
      case InvalidFormatException format ->
          "is " + format.getValue() + "; " + remedy(format.getTargetType());
      case MismatchedInputException other when other.getTargetType() != null ->
          remedy(other.getTargetType());
      case JsonMappingException other when other.getCause() instanceof InputCoercionException ->
          "is out of range; send a number of at most 18 digits";
      default -> "see /q/openapi for what this path takes";
    };
  }

  private static String remedy(Class<?> type) {
    return ReadParameters.remedy(type)
        .orElseGet(() -> {
          if (type == byte[].class || CharSequence.class.isAssignableFrom(type)) {
            return "send a text in quotes";
          }
          return Collection.class.isAssignableFrom(type)
              ? "send a list in []"
              : "send an object in {}";
        });
  }
}
