package digitstudio.report.document;

import digitstudio.text.Program;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sets reports by templates, which escape everything that is put into them. */
final class ReportTemplates {
  private static final Configuration CONFIGURATION = configuration();

  private ReportTemplates() {}

  private static Configuration configuration() {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setClassForTemplateLoading(ReportTemplates.class, "/digitstudio/report");
    configuration.setDefaultEncoding("UTF-8");
    configuration.setRegisteredCustomOutputFormats(List.of(TextFormat.LATEX, TextFormat.MARKDOWN));
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    return configuration;
  }

  /**
   * A report as text.
   *
   * @param template name of its template
   * @param more what this template needs beside the report
   */
  static String set(LabReport report, String template, Map<String, Object> more) {
    ReportTexts texts = new ReportTexts(report.locale());
    Map<String, Object> model = new HashMap<>(more);
    model.put("report", report);
    model.put("language", report.locale().toLanguageTag());
    model.put("figureLabel", texts.get("report.figure"));
    model.put("tableLabel", texts.get("report.table"));
    model.put("madeBy", texts.get("report.madeBy", Program.NAME + " " + Program.version()));
    StringWriter out = new StringWriter();
    try {
      CONFIGURATION.getTemplate(template, report.locale()).process(model, out);
    } catch (IOException | TemplateException e) {
      throw new IllegalStateException(e);
    }
    return out.toString();
  }
}
