package digitstudio.ui.runs;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/**
 * The line above the runs that belong together.
 *
 * @param title what they have in common
 * @param runs how many there are
 * @param bestValidation highest validation accuracy among them; NaN if there is none
 * @param collapsed whether its runs are put away
 */
public record GroupHeading(String title, int runs, double bestValidation, boolean collapsed)
    implements RunEntry {
  @Override
  public ObservableValue<GroupHeading> content() {
    return new ReadOnlyObjectWrapper<>(this);
  }
}
