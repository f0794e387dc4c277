package digitstudio.ui.doctor;

import digitstudio.training.TrainingConfig;
import digitstudio.training.doctor.Condition;
import digitstudio.training.doctor.Diagnosis;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** What the doctor says of the run in the window, until the person has heard enough of it. */
public final class DoctorViewModel {
  private final Consumer<TrainingConfig> editSettings;
  private final ReadOnlyObjectWrapper<List<Diagnosis>> shown =
      new ReadOnlyObjectWrapper<>(this, "shown", List.of());
  private final BooleanProperty expanded = new SimpleBooleanProperty(this, "expanded");
  private boolean dismissed;

  /**
   * @param editSettings fills the form
   */
  public DoctorViewModel(Consumer<TrainingConfig> editSettings) {
    this.editSettings = editSettings;
  }

  /** Another run begins, of which nothing is known. */
  public void begin() {
    dismissed = false;
    expanded.set(false);
    shown.set(List.of());
  }

  /** What there is to say of the run now. */
  public void show(List<Diagnosis> found) {
    if (!dismissed) {
      shown.set(List.copyOf(found));
    }
  }

  /** Says no more of this run. */
  public void dismiss() {
    dismissed = true;
    shown.set(List.of());
  }

  /** Whether the card tells why the run diverged. */
  public boolean tellsDivergence() {
    return shown.get().stream().anyMatch(one -> one.condition() == Condition.DIVERGENCE);
  }

  /** Fills the form with the run's settings and the change that a finding asks for. */
  public void cloneWith(Diagnosis diagnosis) {
    editSettings.accept(diagnosis.change());
  }

  /** The findings to show, the most important first; empty while all is well. */
  public ReadOnlyObjectProperty<List<Diagnosis>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** Whether the findings behind the first are shown too. */
  public BooleanProperty expandedProperty() {
    return expanded;
  }
}
