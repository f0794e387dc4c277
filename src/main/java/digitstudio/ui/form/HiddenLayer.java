package digitstudio.ui.form;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One hidden layer of the form: its units as typed, and what is wrong with them. */
public final class HiddenLayer {
  private final StringProperty units = new SimpleStringProperty(this, "units");
  private final ReadOnlyObjectWrapper<FieldProblem> problem =
      new ReadOnlyObjectWrapper<>(this, "problem");

  private final ReadOnlyObjectWrapper<List<String>> several =
      new ReadOnlyObjectWrapper<>(this, "several", List.of());

  HiddenLayer(String units) {
    this.units.set(units);
  }

  public StringProperty unitsProperty() {
    return units;
  }

  public ReadOnlyObjectProperty<FieldProblem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Its units where there are several to be tried; empty if there are not. */
  public ReadOnlyObjectProperty<List<String>> severalProperty() {
    return several.getReadOnlyProperty();
  }

  void setSeveral(List<String> values) {
    several.set(values);
  }

  void setProblem(FieldProblem problem) {
    this.problem.set(problem);
  }
}
