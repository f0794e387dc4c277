package digitstudio.report.document;

import java.util.List;

/**
 * A headed part of a report.
 *
 * @param title its heading
 * @param blocks what stands below it
 */
public record Section(String title, List<Block> blocks) {
  public Section {
    blocks = List.copyOf(blocks);
  }

  public static Section of(String title, Block... blocks) {
    return new Section(title, List.of(blocks));
  }
}
