import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes the program with a Java of its own, and an installer of it. Run by {@code mvn -Pinstaller
 * package} on the system that the installer is for.
 */
final class Assemble {
  /** ControlsFX, JFreeChart, SQLite and the log ask for these; the tests of the image prove it. */
  private static final String MODULES =
      "java.base,java.desktop,java.logging,java.management,java.naming,java.prefs,java.sql,java.xml,"
          + "jdk.charsets,jdk.crypto.ec,jdk.incubator.vector,jdk.localedata,jdk.management,"
          + "jdk.unsupported,jdk.unsupported.desktop,jdk.zipfs,javafx.controls,javafx.swing";

  private static final Pattern NATIVE = Pattern.compile(".*\\.(so(\\.\\d+)*|dll|dylib|jnilib)");
  private static final Pattern LATE =
      Pattern.compile("(@lambda-proxy )?(org/nd4j|org/bytedeco|picocli|com/fasterxml)/");
  private static final Pattern NOTICE =
      Pattern.compile("(META-INF/)?(LICEN[CS]E|NOTICE|COPYING)[^/]*", Pattern.CASE_INSENSITIVE);
  private static final long SECONDS_TO_OPEN = 90;
  private static final long SECONDS_TO_WARM_UP = 6;

  private final boolean windows = system().startsWith("windows");
  private final boolean mac = system().startsWith("mac");
  private final String system = windows ? "windows" : mac ? "macos" : "linux";
  private final Path lib;
  private final Path program;
  private final Path target;
  private final Path runtime;
  private final Path natives;
  private final Path input;
  private final String platform;

  private Assemble(Path program, Path target, String platform) {
    this.program = program;
    this.target = target;
    this.platform = platform;
    lib = program.resolve("lib");
    runtime = target.resolve("runtime");
    natives = runtime.resolve(windows ? "bin" : "lib");
    input = target.resolve("input");
  }

  /**
   * Takes the folder that the assembly makes (lib, data, LICENSE …), the folder for everything
   * made, JavaCPP's name of this computer such as linux-x86_64, the version, the main jar, the main
   * class, and the options of the Java machine.
   */
  public static void main(String[] arguments) throws Exception {
    Assemble assemble =
        new Assemble(Path.of(arguments[0]), Path.of(arguments[1]).toAbsolutePath(), arguments[2]);
    delete(assemble.target);
    assemble.link();
    assemble.addNatives();
    assemble.collect();
    assemble.archiveClasses(arguments[5], arguments[6]);
    assemble.makeImage(arguments[3], arguments[4], arguments[5], arguments[6]);
    assemble.makeInstaller(arguments[3], arguments[4], arguments[5], arguments[6]);
  }

  private static String system() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT);
  }

  // ---- the runtime ----

  private void link() {
    Path javafx = lib.resolve("javafx").resolve(windows ? "win" : mac ? "mac" : "linux");
    tool(
        "jlink",
        "--module-path",
        javafx.toString(),
        "--add-modules",
        MODULES,
        "--compress=2",
        "--strip-java-debug-attributes",
        "--include-locales=en,zh,de,tr,ar",
        "--no-header-files",
        "--no-man-pages",
        "--exclude-resources",
        "glob:/javafx.graphics/*.so,glob:/javafx.graphics/*.dll,glob:/javafx.graphics/*.dylib",
        "--output",
        runtime.toString());
  }

  /** Beside Java's own, where every loader looks first, so that none unpacks its copy. */
  private void addNatives() throws Exception {
    for (Path jar : list(lib, "-" + platform + ".jar")) {
      unpackNatives(jar, "");
    }
    for (Path jar : list(lib.resolve("javafx"), ".jar")) {
      unpackNatives(jar, "");
    }
    String system = windows ? "Windows" : mac ? "Mac" : "Linux";
    unpackNatives(
        list(lib, ".jar", "sqlite-jdbc-").get(0), "org/sqlite/native/" + system + "/x86_64/");
    nameBlasTwice(natives);
    if (!windows && !mac) {
      strip();
    }
  }

  private void unpackNatives(Path jar, String prefix) throws IOException {
    try (ZipFile file = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(file.entries())) {
        String name = entry.getName();
        if (name.startsWith(prefix) && NATIVE.matcher(name).matches()) {
          Path copy = natives.resolve(name.substring(name.lastIndexOf('/') + 1));
          try (InputStream content = file.getInputStream(entry)) {
            Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
          }
        }
      }
    }
  }

  /**
   * JavaCPP asks for OpenBLAS by a second name, which it would make a copy of in the person's home.
   * ND4J also asks for the bindings of LAPACK, 24 MB of which nothing is called here; those of BLAS
   * answer to their name.
   */
  private void nameBlasTwice(Path folder) throws IOException {
    for (Path library : list(folder, "", "libopenblas.")) {
      String name = library.getFileName().toString();
      alias(library, folder.resolve(name.replace("openblas", "openblas_nolapack")));
    }
    if (!windows) {
      for (Path bindings : list(folder, "", "libjniopenblas_nolapack.")) {
        String name = bindings.getFileName().toString();
        alias(bindings, folder.resolve(name.replace("_nolapack", "")));
      }
    }
  }

  private void alias(Path file, Path second) throws IOException {
    Files.deleteIfExists(second);
    if (windows) {
      Files.copy(file, second);
    } else {
      Files.createSymbolicLink(second, file.getFileName());
    }
  }

  /** The numeric library's symbols are 22 MB that nobody reads. */
  private void strip() throws Exception {
    for (Path library : list(natives, "", "libnd4jcpu.")) {
      try {
        run(List.of("strip", "--strip-unneeded", library.toString()), 60);
      } catch (IOException e) {
        System.out.println("not stripped: " + e.getMessage());
      }
    }
  }

  // ---- the program ----

  private void collect() throws IOException {
    Files.createDirectories(input);
    for (Path jar : list(lib, ".jar")) {
      String name = jar.getFileName().toString();
      keepNotices(jar, input.resolve("licences"));
      if (name.startsWith("sqlite-jdbc-")) {
        copyWithout(jar, input.resolve(name), "org/sqlite/native/");
      } else if (!name.matches(".*-(linux|windows|macosx)-x86_64\\.jar")) {
        Files.copy(jar, input.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    copyTree(program.resolve("data"), input.resolve("data"));
    for (String document : List.of("LICENSE", "CHANGELOG.md")) {
      Files.copy(program.resolve(document), input.resolve(document));
    }
  }

  /** What a library's licence asks to be handed on with it. */
  private static void keepNotices(Path jar, Path notices) throws IOException {
    try (ZipFile file = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(file.entries())) {
        if (!entry.isDirectory() && NOTICE.matcher(entry.getName()).matches()) {
          Path folder =
              Files.createDirectories(
                  notices.resolve(jar.getFileName().toString().replaceFirst("\\.jar$", "")));
          String name = entry.getName().replaceFirst("^META-INF/", "");
          try (InputStream text = file.getInputStream(entry)) {
            Files.copy(text, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
          }
        }
      }
    }
  }

  private static void copyWithout(Path jar, Path copy, String prefix) throws IOException {
    try (ZipFile file = new ZipFile(jar.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy))) {
      for (ZipEntry entry : Collections.list(file.entries())) {
        if (!entry.getName().startsWith(prefix)) {
          ZipEntry kept = new ZipEntry(entry.getName());
          kept.setTime(entry.getTime());
          out.putNextEntry(kept);
          try (InputStream content = file.getInputStream(entry)) {
            content.transferTo(out);
          }
        }
      }
    }
    Files.setLastModifiedTime(copy, Files.getLastModifiedTime(jar));
  }

  // ---- class data sharing ----

  /**
   * Learns which classes the studio loads, for whoever installs it, and archives those of the
   * runtime itself, which may be moved; an archive of the others is bound to where they are.
   */
  private void archiveClasses(String mainClass, String options) throws Exception {
    Path home = Files.createDirectories(target.resolve("home"));
    Set<String> classes = new LinkedHashSet<>();
    for (List<String> arguments :
        List.of(List.<String>of(), List.of("train", "--epochs", "1", "--no-store"))) {
      classes.addAll(loaded(mainClass, options, home, arguments));
    }
    // Of what is loaded after the window, an archive would take more room than it saves time.
    Files.write(
        input.resolve("classes.lst"),
        classes.stream()
            .filter(line -> !LATE.matcher(line).lookingAt())
            .limit(classes.size() * 17L / 20)
            .toList());
    System.out.println(classes.size() + " classes are loaded by the studio and the command line");
    Path own = target.resolve("runtime-classes.lst");
    Pattern ofRuntime = Pattern.compile("(java|javax|jdk|sun|com/sun|javafx|netscape)/.*");
    Files.write(own, classes.stream().filter(line -> ofRuntime.matcher(line).matches()).toList());
    run(
        List.of(
            java(),
            "-Xshare:dump",
            "-XX:+UseSerialGC",
            "-Xlog:disable",
            "--add-modules=jdk.incubator.vector",
            "-XX:SharedClassListFile=" + own),
        120);
    delete(home);
  }

  private String java() {
    return runtime.resolve("bin").resolve(windows ? "java.exe" : "java").toString();
  }

  private List<String> loaded(
      String mainClass, String options, Path home, List<String> arguments) throws Exception {
    Path list = home.resolve("loaded.lst");
    Path log = home.resolve("studio.log");
    Files.deleteIfExists(list);
    Files.deleteIfExists(log);
    List<String> command = new ArrayList<>();
    boolean hasScreen = windows || mac || System.getenv("DISPLAY") != null;
    if (arguments.isEmpty() && !hasScreen) {
      command.addAll(List.of("xvfb-run", "-a", "-s", "-screen 0 1280x800x24"));
    }
    command.add(java());
    command.addAll(List.of(options.trim().split("\\s+")));
    command.addAll(own(input.toString(), natives.toString()));
    command.addAll(
        List.of(
            "-XX:DumpLoadedClassList=" + list,
            "-Djava.util.prefs.userRoot=" + home,
            "-Ddigitstudio.log=" + log,
            "-Ddigitstudio.store=" + home.resolve("runs.db"),
            "-cp",
            list(input, ".jar").stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator)),
            mainClass));
    command.addAll(arguments);
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(home.resolve("said.txt").toFile())
              .start();
      if (arguments.isEmpty()) {
        closeOnceOpen(process, log);
      } else if (!process.waitFor(SECONDS_TO_OPEN, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      System.out.println("not started, so that its classes stay unknown: " + e.getMessage());
    }
    return Files.exists(list)
        ? Files.readAllLines(list).stream().filter(line -> !line.startsWith("#")).toList()
        : List.of();
  }

  private static void closeOnceOpen(Process process, Path log) throws Exception {
    for (long tenth = 0; tenth < 10 * SECONDS_TO_OPEN && process.isAlive(); tenth++) {
      if (Files.exists(log) && Files.readString(log).contains("window shown")) {
        TimeUnit.SECONDS.sleep(SECONDS_TO_WARM_UP);
        break;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    process.descendants().forEach(ProcessHandle::destroy);
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroy();
      process.waitFor(10, TimeUnit.SECONDS);
    }
  }

  // ---- jpackage ----

  /** What the Java machine is told of the places of things. */
  private static List<String> own(String app, String natives) {
    return List.of(
        // What Java has to say must not reach standard output.
        "-Xlog:disable",
        "--add-opens=java.base/java.io=ALL-UNNAMED",
        "-Ddigitstudio.home=" + app,
        // There are none: nowhere else than beside Java's own, or a system's OpenBLAS comes in.
        "-Djava.library.path=" + app,
        "-Dorg.sqlite.lib.path=" + natives);
  }

  private void makeImage(String version, String jar, String mainClass, String options)
      throws IOException {
    List<String> arguments = new ArrayList<>(program(version, jar, mainClass, options));
    arguments.addAll(List.of("--type", "app-image", "--dest", target.resolve("image").toString()));
    tool("jpackage", arguments.toArray(String[]::new));
    if (!windows && !mac) {
      // jpackage follows the links and copies what they lead to.
      nameBlasTwice(target.resolve("image").resolve("digit-studio/lib/runtime/lib"));
    }
    tellSizes(target.resolve("image"));
  }

  /** jpackage's for Windows and macOS; its packages for Linux lack the files of /usr/share. */
  private void makeInstaller(String version, String jar, String mainClass, String options)
      throws Exception {
    if (windows || mac) {
      List<String> arguments = new ArrayList<>(program(version, jar, mainClass, options));
      arguments.addAll(List.of("@packaging/" + system + "/installer.args"));
      arguments.addAll(List.of("--dest", target.toString()));
      tool("jpackage", arguments.toArray(String[]::new));
    } else {
      Path image = target.resolve("image").resolve("digit-studio");
      run(List.of("sh", "packaging/linux/package", image.toString(), target.toString(), version), 600);
    }
  }

  /** packaging/SYSTEM/image.args, and what no such file can know. */
  private List<String> program(String version, String jar, String mainClass, String options) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("@packaging/" + system + "/image.args", "--app-version", version));
    arguments.addAll(List.of("--input", input.toString(), "--runtime-image", runtime.toString()));
    arguments.addAll(List.of("--main-jar", jar, "--main-class", mainClass));
    String places = windows ? "runtime/bin" : mac ? "runtime/Contents/Home/lib" : "runtime/lib";
    List<String> all = new ArrayList<>(List.of(options.trim().split("\\s+")));
    all.addAll(own("$APPDIR", "$APPDIR/../" + places));
    for (String option : all) {
      arguments.addAll(List.of("--java-options", option));
    }
    return arguments;
  }

  private static void tellSizes(Path image) throws IOException {
    try (Stream<Path> files = Files.walk(image)) {
      List<Path> all = files.filter(file -> Files.isRegularFile(file)).toList();
      System.out.printf("%s: %.1f MB%n", image, megabytes(all));
      all.stream()
          .filter(file -> !Files.isSymbolicLink(file))
          .sorted(Comparator.comparingLong((Path file) -> file.toFile().length()).reversed())
          .limit(8)
          .forEach(
              file ->
                  System.out.printf(
                      "%8.1f MB  %s%n", megabytes(List.of(file)), image.relativize(file)));
    }
  }

  private static double megabytes(List<Path> files) {
    return files.stream()
            .filter(file -> !Files.isSymbolicLink(file))
            .mapToLong(file -> file.toFile().length())
            .sum()
        / 1e6;
  }

  // ---- files and tools ----

  private static void tool(String name, String... arguments) {
    PrintStream out = System.out;
    int code = ToolProvider.findFirst(name).orElseThrow().run(out, System.err, arguments);
    if (code != 0) {
      throw new IllegalStateException(name + " ended with " + code);
    }
  }

  private static void run(List<String> command, long seconds) throws Exception {
    Process process = new ProcessBuilder(command).inheritIO().start();
    if (!process.waitFor(seconds, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException(command.get(0) + " did not do its work");
    }
  }

  private static List<Path> list(Path folder, String ending) throws IOException {
    return list(folder, ending, "");
  }

  private static List<Path> list(Path folder, String ending, String beginning) throws IOException {
    try (Stream<Path> files = Files.walk(folder, folder.endsWith("javafx") ? 2 : 1)) {
      return files
          .filter(file -> !Files.isDirectory(file))
          .filter(file -> file.getFileName().toString().endsWith(ending))
          .filter(file -> file.getFileName().toString().startsWith(beginning))
          .sorted()
          .toList();
    }
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
