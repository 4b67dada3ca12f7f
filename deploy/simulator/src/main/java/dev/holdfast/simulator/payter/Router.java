package dev.holdfast.simulator.payter;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Finds the route of a request, disturbs it as ordered, and writes the answer as JSON. */
final class Router implements HttpHandler {
  private final List<Route> routes;
  private final Disturbance disturbance;
  private final SpentTime spent;
  private final Runnable beforeAnswer;

  Router(List<Route> routes, Disturbance disturbance, SpentTime spent, Runnable beforeAnswer) {
    this.routes = routes;
    this.disturbance = disturbance;
    this.spent = spent;
    this.beforeAnswer = beforeAnswer;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      switch (answer(exchange)) {
        case Reply.Send(Answer answer) -> write(exchange, answer);
        case Reply.Drop _ -> {
          // Closing before anything was written closes the connection.
        }
      }
    }
  }

  private Reply answer(HttpExchange exchange) {
    try {
      String path = exchange.getRequestURI().getPath();
      for (Route route : routes) {
        var variables = route.match(path);
        if (variables.isPresent() && route.method().equals(exchange.getRequestMethod())) {
          return run(route, new Call(exchange, variables.get()));
        }
      }
      return new Reply.Send(noRoute(path).answer());
    } catch (Refused refused) {
      return new Reply.Send(refused.answer());
    }
  }

  private Reply run(Route route, Call call) {
    Route.Operation operation = route.operation();
    if (operation == null) {
      return new Reply.Send(act(route, call));
    }
    Supplier<Reply> disturbed =
        () -> disturbance.around(operation, call.path("serial"), () -> act(route, call));
    return operation == Route.Operation.STATUS_PAGE
        ? disturbed.get()
        : spent.measure(call.place(), disturbed);
  }

  private Answer act(Route route, Call call) {
    try {
      return route.work().apply(call);
    } catch (Refused refused) {
      return refused.answer();
    } finally {
      beforeAnswer.run();
    }
  }

  private Refused noRoute(String path) {
    List<String> methods =
        routes.stream().filter(route -> route.match(path).isPresent()).map(Route::method).toList();
    return methods.isEmpty()
        ? Refused.notFound(
            "There is nothing at "
                + path
                + ". Use /test/terminals/..., /production/terminals/..., /status/... or"
                + " /simulator/...")
        : new Refused(405, "METHOD_NOT_ALLOWED", path + " takes " + String.join(", ", methods));
  }

  private static void write(HttpExchange exchange, Answer answer) throws IOException {
    Object body = answer.body();
    if (body == null) {
      exchange.sendResponseHeaders(answer.status(), -1);
      return;
    }
    byte[] json = Json.bytes(body);
    exchange.getResponseHeaders().putAll(Map.of("Content-Type", List.of("application/json")));
    exchange.sendResponseHeaders(answer.status(), json.length);
    exchange.getResponseBody().write(json);
  }
}
