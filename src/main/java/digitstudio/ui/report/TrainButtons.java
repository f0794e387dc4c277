package digitstudio.ui.report;

import digitstudio.experiment.ReportTables;
import digitstudio.experiment.ReproductionPlan;
import digitstudio.ui.control.Explained;
import digitstudio.ui.text.Texts;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;

/** What the buttons that train all, a table or a row have in common. */
final class TrainButtons {
  private TrainButtons() {}

  /**
   * Lets a button train rows, or say why it cannot.
   *
   * @param help what it does
   */
  static Explained explained(
      Button button,
      ReproductionViewModel page,
      ReproductionTexts words,
      List<ReportTables.Row> rows,
      ObservableValue<String> help) {
    Texts texts = words.texts();
    Observable[] sources = {
      page.lab().busy(),
      page.runningProperty(),
      page.readingProperty(),
      page.revisionProperty(),
      page.anewProperty(),
      help
    };
    button
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> isBusy(page) || page.plan(rows).trainings().isEmpty(), sources));
    button.setOnAction(event -> page.train(rows));
    return new Explained(
        button,
        texts.binding(
            () -> {
              if (page.readingProperty().get()) {
                return texts.get("reproduced.page.reading");
              }
              if (isBusy(page)) {
                return texts.get("reproduced.page.busy");
              }
              ReproductionPlan plan = page.plan(rows);
              return plan.trainings().isEmpty()
                  ? texts.get("reproduced.page.nothing")
                  : help.getValue()
                      + "\n"
                      + words.plan(plan, page.trainImages(), page.seconds(plan));
            },
            sources));
  }

  private static boolean isBusy(ReproductionViewModel page) {
    return page.lab().busy().get() || page.runningProperty().get() || page.readingProperty().get();
  }
}
