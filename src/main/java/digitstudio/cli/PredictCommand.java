package digitstudio.cli;

import digitstudio.digits.DigitImage;
import digitstudio.text.Problem;
import digitstudio.training.Model;
import digitstudio.training.ModelFile;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Reads pictures with a saved model. */
@Command(name = "predict", sortOptions = false)
final class PredictCommand implements Callable<Integer> {
  private final Console console;
  private final Workbench workbench;

  @Parameters(index = "0", paramLabel = "MODEL.npz", descriptionKey = "cli.model")
  private String model;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "IMAGE",
      descriptionKey = "cli.predict.images")
  private List<String> images;

  @Mixin private HelpOption help;

  PredictCommand(Console console, Workbench workbench) {
    this.console = console;
    this.workbench = workbench;
    help = new HelpOption();
  }

  @Override
  public Integer call() {
    Model read = ModelFile.read(OutputFile.path(model));
    return workbench.withPredictor(read, this::predict);
  }

  /** A picture that cannot be read does not keep the others from being read. */
  private int predict(Function<DigitImage, float[]> predictor) {
    int exitCode = ExitCode.DONE;
    for (String image : images) {
      try {
        DigitImage digit = workbench.picture(OutputFile.path(image));
        console.print(line(image, predictor.apply(digit)));
      } catch (Problem problem) {
        console.complain(problem);
        exitCode = ExitCode.BAD_INPUT;
      }
    }
    return exitCode;
  }

  /** For people and scripts alike, so the same in every language. */
  private static String line(String image, float[] probabilities) {
    int best = 0;
    StringBuilder each = new StringBuilder();
    for (int digit = 0; digit < probabilities.length; digit++) {
      if (probabilities[digit] > probabilities[best]) {
        best = digit;
      }
      each.append(String.format(Locale.ROOT, "  %d:%.4f", digit, probabilities[digit]));
    }
    return image + ": " + best + each;
  }
}
