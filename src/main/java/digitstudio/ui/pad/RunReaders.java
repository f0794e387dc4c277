package digitstudio.ui.pad;

import digitstudio.digits.DigitImage;
import digitstudio.experiment.KeptWeights;
import digitstudio.experiment.RunSummary;
import digitstudio.nn.Engine;
import digitstudio.text.Problem;
import digitstudio.training.Model;
import digitstudio.training.Predictor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The networks of kept runs that read a drawing, opened as they are needed; on one worker alone.
 */
final class RunReaders {
  /** In the place of an epoch: the weights that the run ended with. */
  private static final int LAST = 0;

  private final PadRuns runs;
  private final Map<Place, Predictor> open = new HashMap<>();
  private final Map<Long, List<Integer>> epochs = new HashMap<>();

  private record Place(long run, int epoch) {}

  /**
   * @param image what to read; null for nothing
   * @param chosen the runs that read it
   * @param course id of the run whose epochs read it too; 0 for none
   */
  record Question(DigitImage image, List<RunSummary> chosen, long course) {}

  /**
   * @param readings one for each run, in their order
   */
  record Answer(List<RunReading> readings, Course course) {}

  RunReaders(PadRuns runs) {
    this.runs = runs;
  }

  Answer answer(Question question) {
    Engine.start();
    List<RunReading> readings =
        question.chosen().stream().map(run -> reading(run, question.image())).toList();
    Course course = question.course() == 0 ? Course.NONE : course(question);
    closeOthers(question);
    return new Answer(readings, course);
  }

  private RunReading reading(RunSummary run, DigitImage image) {
    try {
      float[] answer = read(new Place(run.id(), LAST), image);
      return new RunReading(run, LAST, Optional.ofNullable(answer), Optional.empty());
    } catch (Problem e) {
      return new RunReading(run, LAST, Optional.empty(), Optional.of(e));
    }
  }

  private Course course(Question question) {
    long run = question.course();
    try {
      KeptWeights weights = runs.epochs(run);
      List<Integer> kept = epochs.computeIfAbsent(run, id -> List.copyOf(weights.epochs()));
      List<float[]> answers = new ArrayList<>();
      for (int epoch : kept) {
        float[] answer = read(new Place(run, epoch), question.image());
        if (answer != null) {
          answers.add(answer);
        }
      }
      return new Course(run, kept, answers, Optional.empty());
    } catch (Problem e) {
      return new Course(run, List.of(), List.of(), Optional.of(e));
    }
  }

  /** Ten probabilities, or null for no image. */
  private float[] read(Place place, DigitImage image) {
    Predictor predictor = open.get(place);
    if (predictor == null) {
      predictor =
          model(place).orElseThrow(() -> new Problem("draw.noWeights", place.run())).predictor();
      open.put(place, predictor);
    }
    return image == null ? null : predictor.predict(image);
  }

  private Optional<Model> model(Place place) {
    return place.epoch() == LAST
        ? runs.model(place.run())
        : runs.epochs(place.run()).at(place.epoch());
  }

  private void closeOthers(Question question) {
    Set<Long> chosen = new HashSet<>();
    question.chosen().forEach(run -> chosen.add(run.id()));
    epochs.keySet().removeIf(run -> run != question.course());
    open.entrySet()
        .removeIf(
            entry -> {
              Place place = entry.getKey();
              boolean needed =
                  place.epoch() == LAST
                      ? chosen.contains(place.run())
                      : place.run() == question.course();
              if (!needed) {
                entry.getValue().close();
              }
              return !needed;
            });
  }

  /** Gives the networks' memory back. */
  void close() {
    open.values().forEach(Predictor::close);
    open.clear();
    epochs.clear();
  }
}
