package dev.holdfast.infrastructure;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A Java program to be run as a child on the JDK that runs us, bound to our life.
 *
 * @param options for the JVM: heap, system properties
 * @param classpath jars and folders; {@code folder/*} is every jar of a folder
 * @param mainClass whose {@code main} is run
 */
public record JavaProgram(
    List<String> options, List<Path> classpath, String mainClass, List<String> arguments) {

  /** The command line, see {@link ChildProcess#start}. */
  public List<String> command() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // JDK 25 warns of libraries that load native code or use Unsafe; neither is ours to mend.
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.addAll(options);
    command.add("-cp");
    command.add(
        classpath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    command.add(BoundToParent.class.getName());
    command.add(mainClass);
    command.addAll(arguments);
    return command;
  }

  /** A program that is on the class path of this JVM. */
  public static JavaProgram ofOurs(List<String> options, String mainClass, List<String> arguments) {
    var ours = System.getProperty("java.class.path").split(File.pathSeparator);
    return new JavaProgram(
        options, Arrays.stream(ours).map(Path::of).toList(), mainClass, arguments);
  }

  /** A packaged Quarkus application: its folder holds {@code quarkus-run.jar}. */
  public static JavaProgram quarkus(Path folder, Parts parts, List<String> options) {
    var all = new ArrayList<>(options);
    // What the jar's manifest says of itself counts for 'java -jar' only.
    all.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
    return new JavaProgram(
        all,
        List.of(folder.resolve("quarkus-run.jar"), parts.ownJar()),
        "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
        List.of());
  }
}
