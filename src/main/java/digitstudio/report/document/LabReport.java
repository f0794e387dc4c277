package digitstudio.report.document;

import digitstudio.report.figure.Figure;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A report, apart from the file it is written to: a run, a comparison or a reproduction in one
 * language.
 *
 * @param locale its language
 * @param title what stands at its head
 * @param subtitle below the title
 * @param sections from the question to the provenance
 */
public record LabReport(Locale locale, String title, String subtitle, List<Section> sections) {
  public LabReport {
    sections = List.copyOf(sections);
  }

  /** Every figure, in order. */
  public List<Figure> figures() {
    return sections.stream()
        .flatMap(section -> section.blocks().stream())
        .flatMap(
            block -> block instanceof Block.Picture picture ? Stream.of(picture) : Stream.empty())
        .map(Block.Picture::figure)
        .toList();
  }
}
