package digitstudio.report.document;

import freemarker.core.CommonMarkupOutputFormat;
import freemarker.core.CommonTemplateMarkupOutputModel;
import java.io.IOException;
import java.io.Writer;
import java.util.function.UnaryOperator;

/** A markup language as the templates know it: whatever is put into one is escaped for it. */
final class TextFormat extends CommonMarkupOutputFormat<TextFormat.Text> {
  static final TextFormat LATEX = new TextFormat("LaTeX", "application/x-latex", LatexText::of);
  static final TextFormat MARKDOWN = new TextFormat("Markdown", "text/markdown", MarkdownText::of);

  private final String name;
  private final String type;
  private final UnaryOperator<String> escape;

  private TextFormat(String name, String type, UnaryOperator<String> escape) {
    this.name = name;
    this.type = type;
    this.escape = escape;
  }

  /** A text that is escaped, or still to be. */
  static final class Text extends CommonTemplateMarkupOutputModel<Text> {
    private final TextFormat format;

    private Text(TextFormat format, String plain, String markup) {
      super(plain, markup);
      this.format = format;
    }

    @Override
    public TextFormat getOutputFormat() {
      return format;
    }
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public String getMimeType() {
    return type;
  }

  @Override
  public void output(String text, Writer out) throws IOException {
    out.write(escapePlainText(text));
  }

  @Override
  public String escapePlainText(String text) {
    return escape.apply(text);
  }

  @Override
  public boolean isLegacyBuiltInBypassed(String builtIn) {
    return false;
  }

  @Override
  protected Text newTemplateMarkupOutputModel(String plain, String markup) {
    return new Text(this, plain, markup);
  }
}
