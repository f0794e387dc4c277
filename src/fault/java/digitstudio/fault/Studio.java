package digitstudio.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The program as people start it, by its start script, with a home of its own so that it touches
 * nobody's files.
 */
final class Studio {
  private static final int PATIENCE_SECONDS = 180;

  private final Path program;
  private final Path world;
  private final Path cache;
  private final List<String> options;
  private final Map<String, String> environment;

  /** What a command came to. */
  record Outcome(int code, List<String> said, List<String> complained) {
    /** Whether it complained in so many sentences, each on its line, and nothing else. */
    boolean isSentences(int least, int most) {
      return complained.size() >= least
          && complained.size() <= most
          && complained.stream().distinct().count() == complained.size()
          && complained.stream()
              .allMatch(
                  line ->
                      line.startsWith("digit-studio: ")
                          && line.length() > 30
                          && !line.contains("Exception")
                          && !line.contains("unexpected"));
    }

    @Override
    public String toString() {
      return "exit " + code + ", stderr " + complained;
    }
  }

  private Studio(
      Path program,
      Path world,
      Path cache,
      List<String> options,
      Map<String, String> environment) {
    this.program = program;
    this.world = world;
    this.cache = cache;
    this.options = options;
    this.environment = environment;
  }

  /**
   * @param program the folder that holds bin, lib and data
   * @param world where it finds its home
   * @param cache where the natives are unpacked
   */
  static Studio of(Path program, Path world, Path cache) {
    return new Studio(
        program.toAbsolutePath(),
        world.toAbsolutePath(),
        cache.toAbsolutePath(),
        List.of("-XX:TieredStopAtLevel=1"),
        Map.of());
  }

  /** The same with more options of Java. */
  Studio with(String... more) {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of(more));
    return new Studio(program, world, cache, all, environment);
  }

  /** The same with a variable of its environment. */
  Studio where(String variable, String value) {
    Map<String, String> all = new java.util.HashMap<>(environment);
    all.put(variable, value);
    return new Studio(program, world, cache, options, all);
  }

  /** The same in another home. */
  Studio at(Path home) {
    return new Studio(program, home.toAbsolutePath(), cache, options, environment);
  }

  Path world() {
    return world;
  }

  Path data() {
    return program.resolve("data");
  }

  /** A command that goes on beside this program. */
  Process start(Path said, Path complained, List<String> before, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(program.resolve("bin/digit-studio").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> variables = builder.environment();
    variables.put("HOME", world.toString());
    variables.put("XDG_DATA_HOME", world.resolve("data").toString());
    variables.put("XDG_STATE_HOME", world.resolve("state").toString());
    variables.put("XDG_CACHE_HOME", cache.toString());
    variables.put("JAVA_HOME", System.getProperty("java.home"));
    variables.put("LC_ALL", "C.UTF-8");
    variables.put(
        "JAVA_TOOL_OPTIONS",
        "-Djava.util.prefs.userRoot=" + world + " " + String.join(" ", options));
    variables.putAll(environment);
    return builder.redirectOutput(said.toFile()).redirectError(complained.toFile()).start();
  }

  /** Runs a command to its end. */
  Outcome run(String... arguments) throws IOException, InterruptedException {
    return runBehind(List.of(), arguments);
  }

  /** The same, started by another program that is given it as its last arguments. */
  Outcome runBehind(List<String> before, String... arguments)
      throws IOException, InterruptedException {
    return runIn(world, before, arguments);
  }

  /** The same; what it says is kept in another folder than its home. */
  Outcome runIn(Path folder, String... arguments) throws IOException, InterruptedException {
    return runIn(folder, List.of(), arguments);
  }

  private Outcome runIn(Path folder, List<String> before, String... arguments)
      throws IOException, InterruptedException {
    Path said = Files.createTempFile(folder, "said", ".txt");
    Path complained = Files.createTempFile(folder, "complained", ".txt");
    return outcome(start(said, complained, before, arguments), said, complained);
  }

  /** Waits for the end of a command. */
  static Outcome outcome(Process process, Path said, Path complained)
      throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      return new Outcome(-1, lines(said), Stream.concat(
          Stream.of("it did not end in " + PATIENCE_SECONDS + " s"),
          lines(complained).stream()).toList());
    }
    return new Outcome(process.exitValue(), lines(said), lines(complained));
  }

  static List<String> lines(Path file) throws IOException {
    return Files.readString(file).lines().toList();
  }

  /**
   * Leaves the classes that a training and an export load for all later starts, which makes them
   * three times as fast.
   */
  Studio withArchive(Path archive) throws IOException, InterruptedException {
    Path store = world.resolve("first.db");
    Outcome first =
        with("-XX:ArchiveClassesAtExit=" + archive)
            .run("train", "--train-limit", "500", "--epochs", "1", "--store", store.toString());
    if (first.code() != 0) {
      throw new IOException(first.toString());
    }
    return with("-XX:SharedArchiveFile=" + archive);
  }
}
