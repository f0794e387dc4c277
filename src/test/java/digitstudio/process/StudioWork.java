package digitstudio.process;

import digitstudio.DigitStudioApp;
import digitstudio.cli.CommandLineProgram;
import digitstudio.cli.Workbench;
import java.io.PrintWriter;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * What a process of its own does: {@code StudioWork WHAT FOLDER}, where what is {@code commands},
 * {@code files}, {@code window}, or {@code doors} for the watch on the network, under which all of
 * it is done. It writes what was asked of the network to {@code asked.txt} in the folder, beside
 * all else.
 */
final class StudioWork {
  private static final int PATIENCE_SECONDS = 60;

  private final Path folder;

  private StudioWork(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] arguments) throws Exception {
    NetworkWatch.begin();
    StudioWork studio = new StudioWork(Path.of(arguments[1]));
    switch (arguments[0]) {
      case "commands" -> studio.trainAndReport("html", "pdf", "md", "latex");
      case "files" -> studio.trainAndReport("html");
      case "window" -> studio.window();
      case "doors" -> studio.tryDoors();
      default -> throw new IllegalArgumentException(arguments[0]);
    }
    Files.write(studio.folder.resolve("asked.txt"), NetworkWatch.asked());
    System.exit(0);
  }

  private void trainAndReport(String... formats) {
    run("train --train-limit 2000 --epochs 2 --learning-rate 0.0015", "--json", file("run.json"));
    run("train --train-limit 500 --epochs 1", "--out", file("model.npz"));
    run("evaluate", file("model.npz"));
    for (String format : formats) {
      run("report 1 --language zh --format " + format, "--out", file("report." + format));
    }
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  /** Runs a command; the last arguments may have blanks in them. */
  private void run(String words, String... more) {
    String[] arguments =
        Stream.concat(Arrays.stream(words.split(" ")), Arrays.stream(more)).toArray(String[]::new);
    int exitCode =
        new CommandLineProgram(
                new PrintWriter(System.out, true),
                new PrintWriter(System.err, true),
                Locale.getDefault(Locale.Category.DISPLAY),
                Path.of("data"),
                folder.resolve("runs.db"),
                Workbench.REAL)
            .run(arguments);
    if (exitCode != 0) {
      throw new IllegalStateException(words + " ended with " + exitCode);
    }
  }

  /** Trains one epoch in the window, draws a stroke, looks at every place, and closes. */
  private void window() throws Exception {
    FxToolkit.registerPrimaryStage();
    FxToolkit.setupApplication(DigitStudioApp::new);
    FxRobot robot = new FxRobot();
    robot.clickOn("#place-train");
    robot.interact(() -> robot.lookup("#form-epochs").<TextField>query().setText("1"));
    robot.interact(() -> robot.lookup("#form-train-limit").<TextField>query().setText("2000"));
    robot.clickOn("#train");
    await(() -> robot.lookup("#status").<Labeled>query().getText().matches("(?s).*\\d.*%.*"));
    robot.lookup(".view-rail .toggle-button").queryAll().forEach(robot::clickOn);
    FxToolkit.cleanupStages();
    FxToolkit.hideStage();
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition);
  }

  /** Each way to the network that a library might take. */
  private void tryDoors() {
    attempt(() -> new Socket("localhost", 9));
    attempt(() -> new ServerSocket(0));
    attempt(DatagramSocket::new);
    attempt(SocketChannel::open);
    attempt(() -> URI.create("http://localhost:9/").toURL().openStream());
    attempt(
        () ->
            HttpClient.newHttpClient()
                .send(
                    HttpRequest.newBuilder(URI.create("http://localhost:9/")).build(),
                    HttpResponse.BodyHandlers.discarding()));
  }

  private static void attempt(Callable<?> door) {
    int before = NetworkWatch.asked().size();
    try {
      door.call();
    } catch (Exception | Error e) {
      // Refused, as it should be; what counts is that the watch noticed.
    }
    if (NetworkWatch.asked().size() == before) {
      throw new IllegalStateException("a door that the watch does not see");
    }
  }
}
