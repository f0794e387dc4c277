package digitstudio.cli;

import digitstudio.digits.ClassNames;
import digitstudio.digits.DigitImage;
import digitstudio.text.Problem;
import digitstudio.training.Model;
import digitstudio.training.ModelFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

  @Option(names = "--one", descriptionKey = "cli.predict.one")
  private boolean one;

  @Mixin private HelpOption help;

  private ClassNames classes = ClassNames.DIGITS;

  PredictCommand(Console console, Workbench workbench) {
    this.console = console;
    this.workbench = workbench;
    help = new HelpOption();
  }

  @Override
  public Integer call() {
    Model read = ModelFile.read(OutputFile.path(model));
    classes = read.provenance().data().classes();
    return workbench.withPredictor(read, this::predict);
  }

  /** A picture that cannot be read does not keep the others from being read. */
  private int predict(Function<DigitImage, float[]> predictor) {
    int exitCode = ExitCode.DONE;
    for (String image : images) {
      try {
        read(image, predictor);
      } catch (Problem problem) {
        console.complain(problem);
        exitCode = ExitCode.BAD_INPUT;
      }
    }
    return exitCode;
  }

  /** One line of a picture of one digit; of others, a line for each row and each digit. */
  private void read(String image, Function<DigitImage, float[]> predictor) {
    Path file = OutputFile.path(image);
    List<List<DigitImage>> rows = one ? List.of() : workbench.digits(file);
    if (rows.stream().mapToInt(List::size).sum() < 2) {
      console.print(line(image, predictor.apply(workbench.picture(file))));
      return;
    }
    for (int row = 0; row < rows.size(); row++) {
      List<float[]> answers = rows.get(row).stream().map(predictor).toList();
      StringBuilder text = new StringBuilder();
      boolean single = classes.longest() == 1;
      answers.forEach(
          answer -> text.append(text.isEmpty() || single ? "" : " ").append(best(answer)));
      String place = image + ":" + (row + 1);
      console.print(place + ": " + text);
      for (int digit = 0; digit < answers.size(); digit++) {
        console.print(line(place + ":" + (digit + 1), answers.get(digit)));
      }
    }
  }

  private String best(float[] probabilities) {
    int best = 0;
    for (int digit = 1; digit < probabilities.length; digit++) {
      best = probabilities[digit] > probabilities[best] ? digit : best;
    }
    return classes.name(best);
  }

  /** For people and scripts alike, so the same in every language. */
  private String line(String image, float[] probabilities) {
    StringBuilder each = new StringBuilder();
    for (int digit = 0; digit < probabilities.length; digit++) {
      each.append(
          String.format(Locale.ROOT, "  %s:%.4f", classes.name(digit), probabilities[digit]));
    }
    return image + ": " + best(probabilities) + each;
  }
}
