package digitstudio.ui.form;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One hidden layer of the form: its units as typed, and what is wrong with them. */
public final class HiddenLayer {
  private final StringProperty units = new SimpleStringProperty(this, "units");
  private final ReadOnlyObjectWrapper<FieldProblem> problem =
      new ReadOnlyObjectWrapper<>(this, "problem");

  HiddenLayer(String units) {
    this.units.set(units);
  }

  public StringProperty unitsProperty() {
    return units;
  }

  public ReadOnlyObjectProperty<FieldProblem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  void setProblem(FieldProblem problem) {
    this.problem.set(problem);
  }
}
