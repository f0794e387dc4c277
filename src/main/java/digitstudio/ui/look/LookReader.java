package digitstudio.ui.look;

import digitstudio.text.Problem;
import digitstudio.training.Answers;
import digitstudio.training.Model;
import digitstudio.training.RunImages;
import digitstudio.training.RunImages.Part;
import digitstudio.training.StopSignal;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads whole parts with the networks of runs, and remembers the newest; used by one worker. */
final class LookReader {
  private static final int REMEMBERED = 8;

  /** Each may take 47 megabytes. */
  private static final int REMEMBERED_IMAGES = 3;

  private final LookLibrary library;
  private final Map<List<Object>, Reading> readings = memory(REMEMBERED);
  private final Map<List<Object>, RunImages> images = memory(REMEMBERED_IMAGES);

  LookReader(LookLibrary library) {
    this.library = library;
  }

  private static <K, V> Map<K, V> memory(int most) {
    return new LinkedHashMap<>(most, 0.75f, true) {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
      }
    };
  }

  /**
   * What a run's network answers at an epoch, or at the kept one closest to it.
   *
   * @return nothing if the signal said stop
   * @throws Problem if there are no weights, or not the images that the run was trained on, or if
   *     nobody may see the test images yet
   */
  Optional<Reading> read(Course course, int epoch, Part part, StopSignal signal) {
    String name = course.run().name();
    if (part == Part.TEST && library.isSealed(course.run().id())) {
      throw new Problem("leftovers.sealed", name);
    }
    int kept = course.weightsFor(epoch).orElseThrow(() -> new Problem("look.noWeights", name));
    List<Object> key = List.of(course.run().id(), kept, part);
    Reading known = readings.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    Model model =
        (kept == 0 ? library.last(course.run().id()) : course.weights().at(kept))
            .orElseThrow(() -> new Problem("look.noWeights", name));
    RunImages read = images(course, part);
    Optional<Answers> answers = Answers.of(model, read.images(), signal);
    if (answers.isEmpty()) {
      return Optional.empty();
    }
    Reading reading =
        new Reading(
            course.run().id(),
            name,
            part,
            kept == 0 ? course.lastEpoch() : kept,
            model,
            read,
            answers.get(),
            answers.get().confusion());
    readings.put(key, reading);
    return Optional.of(reading);
  }

  private RunImages images(Course course, Part part) {
    TrainingData data =
        course
            .details()
            .provenance()
            .map(from -> library.images(from.dataSha256(), from.data().name()))
            .orElseGet(library::images);
    // A run that has only begun may have none written yet; it reads the images of this folder.
    boolean other =
        course
            .details()
            .provenance()
            .filter(provenance -> !provenance.dataSha256().equals(data.sha256()))
            .isPresent();
    if (other) {
      throw new Problem("look.otherData", course.run().name());
    }
    TrainingConfig config = course.run().config();
    List<Object> key =
        part == Part.TEST
            ? List.of(part, data.sha256())
            : List.of(part, data.sha256(), config.seed(), config.validation(), config.trainLimit());
    return images.computeIfAbsent(key, wanted -> RunImages.of(part, config, data));
  }
}
