package digitstudio.digits.sets;

import digitstudio.digits.ClassNames;
import digitstudio.digits.DataSplit;
import digitstudio.digits.DigitSet;
import digitstudio.digits.MnistFiles;
import digitstudio.digits.sets.ImageSet.Kind;
import digitstudio.text.Problem;
import digitstudio.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a data set of labelled images: its classes, its test split, and what is said of it. */
final class Finishing {
  private final String name;
  private final Kind kind;
  private final SetOptions options;
  private final List<Sentence> remarks = new ArrayList<>();

  Finishing(String name, Kind kind, SetOptions options) {
    this.name = name;
    this.kind = kind;
    this.options = options;
  }

  void remark(String key, Object... arguments) {
    remarks.add(Sentence.of(key, arguments));
  }

  /**
   * The set of images whose classes are their labels in natural order.
   *
   * @param test test images; empty for a split of the others
   * @param inverted whether they were turned round already; empty to look at them
   */
  ImageSet finish(LabelledPixels train, Optional<LabelledPixels> test, Optional<Boolean> inverted) {
    if (train.size() == 0) {
      throw new Problem("sets.noTraining", name);
    }
    ClassNames classes = LabelledPixels.classes(train.names(), name);
    boolean turned = inverted.orElseGet(() -> Borders.inverts(options.paper(), train.border()));
    if (inverted.isEmpty() && turned) {
      train.invert();
      test.ifPresent(LabelledPixels::invert);
    }
    DigitSet learnt = train.toSet(classes);
    Optional<DigitSet> given =
        test.filter(some -> some.size() > 0).map(some -> some.toSet(classes));
    return finish(learnt, given, turned, false);
  }

  /**
   * The set of images whose classes are known.
   *
   * @param test test images; empty for a split of the others
   */
  ImageSet finish(DigitSet images, Optional<DigitSet> test, boolean inverted, boolean transposed) {
    if (inverted) {
      remark("sets.inverted");
    }
    DigitSet learnt = images;
    DigitSet tested;
    if (test.isPresent()) {
      tested = test.get();
    } else {
      if (Math.round(SetOptions.TEST_SHARE * images.size()) < 1) {
        throw new Problem("sets.fewImages", name, images.size());
      }
      DataSplit split = DataSplit.stratified(images, SetOptions.TEST_SHARE, SetOptions.SPLIT_SEED);
      learnt = split.train();
      tested = split.validation();
      remark("sets.split", tested.size(), images.size());
    }
    tellMissing(learnt, "sets.classWithoutTraining");
    tellMissing(tested, "sets.classWithoutTest");
    return new ImageSet(
        name,
        kind,
        learnt,
        tested,
        MnistFiles.sha256(learnt, tested),
        inverted,
        transposed,
        remarks);
  }

  private void tellMissing(DigitSet set, String key) {
    int[] counts = set.counts();
    for (int label = 0; label < counts.length; label++) {
      if (counts[label] == 0) {
        remark(key, set.classes().name(label));
      }
    }
  }
}
