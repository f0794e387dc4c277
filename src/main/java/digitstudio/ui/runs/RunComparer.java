package digitstudio.ui.runs;

import digitstudio.experiment.RunDetails;
import java.util.List;
import java.util.Locale;

/** Says of several runs what differs between them, and whether they can be compared fairly. */
public interface RunComparer {
  /** A sentence in whichever language is wanted. */
  interface Telling {
    String in(Locale locale);
  }

  /** How much a comparison is worth. */
  enum Worth {
    /** One cause at most. */
    FAIR,
    /** More than one cause. */
    DOUBTFUL,
    /** Not the same thing was measured. */
    NONE
  }

  /**
   * Repeats of one run over several seeds, to be drawn as one curve with a band.
   *
   * @param name what sets them apart from the others
   * @param runs their ids
   */
  record Repeats(Telling name, List<Long> runs) {}

  /**
   * What there is to say.
   *
   * @param worth of the comparison
   * @param verdict in a word
   * @param reasons for it
   * @param differences what is not the same, one sentence a setting
   * @param tests whether the results are further apart than seeds put them; empty without repeats
   * @param repeats runs that differ in their seeds alone, where there are any
   */
  record Compared(
      Worth worth,
      Telling verdict,
      List<Telling> reasons,
      List<Telling> differences,
      List<Telling> tests,
      List<Repeats> repeats) {}

  /** Compares at least two runs; on a worker. */
  Compared compare(List<RunDetails> runs);
}
