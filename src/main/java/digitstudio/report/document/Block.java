package digitstudio.report.document;

import digitstudio.report.figure.Figure;
import java.util.List;

/** A piece of a section. */
public sealed interface Block {
  /** As the templates tell the pieces apart. */
  String kind();

  /**
   * Paragraphs.
   *
   * @param paragraphs one or more
   */
  record Prose(List<String> paragraphs) implements Block {
    public Prose {
      paragraphs = List.copyOf(paragraphs);
    }

    @Override
    public String kind() {
      return "prose";
    }
  }

  /**
   * Sentences that stand each for itself.
   *
   * @param sentences one or more
   */
  record Points(List<String> sentences) implements Block {
    public Points {
      sentences = List.copyOf(sentences);
    }

    @Override
    public String kind() {
      return "points";
    }
  }

  /**
   * The few numbers one looks for first.
   *
   * @param figures up to six
   */
  record KeyFigures(List<KeyFigure> figures) implements Block {
    public KeyFigures {
      figures = List.copyOf(figures);
    }

    @Override
    public String kind() {
      return "keyFigures";
    }
  }

  /**
   * One of them.
   *
   * @param value with its unit
   * @param label what it is
   */
  record KeyFigure(String value, String label) {}

  /**
   * A table.
   *
   * @param caption what it shows
   * @param head names of the columns; empty for a table of names and values
   * @param rows one text for each column; the first one names the row
   * @param numeric whether all columns but the first are numbers
   */
  record Table(String caption, List<String> head, List<List<String>> rows, boolean numeric)
      implements Block {
    public Table {
      head = List.copyOf(head);
      rows = rows.stream().map(List::copyOf).toList();
    }

    @Override
    public String kind() {
      return "table";
    }

    /** How many columns there are. */
    public int columns() {
      return head.isEmpty() ? rows.stream().mapToInt(List::size).max().orElse(1) : head.size();
    }
  }

  /**
   * A figure.
   *
   * @param figure whose name no other figure of the report has
   * @param caption what it shows
   */
  record Picture(Figure figure, String caption) implements Block {
    @Override
    public String kind() {
      return "picture";
    }
  }
}
