package digitstudio.ui.inside;

import digitstudio.experiment.KeptWeights;
import digitstudio.ui.look.LookPage;
import digitstudio.ui.look.LookSubject;
import java.util.function.Supplier;
import javafx.scene.Node;

/** The weights as a page of the Look inside view. */
public final class WeightsPage implements LookPage {
  private final WeightsViewModel viewModel;
  private final Supplier<WeightsView> made;
  private WeightsView view;

  /**
   * @param view makes the view when the page is first opened
   */
  public WeightsPage(WeightsViewModel viewModel, Supplier<WeightsView> view) {
    this.viewModel = viewModel;
    made = view;
  }

  @Override
  public String id() {
    return "look-weights";
  }

  @Override
  public String nameKey() {
    return "inside.page.weights";
  }

  @Override
  public Node view() {
    if (view == null) {
      view = made.get();
    }
    return view;
  }

  @Override
  public void show(LookSubject subject) {
    if (subject == null) {
      viewModel.show(null, KeptWeights.NONE, 0);
    } else {
      viewModel.show(
          subject.model(), subject.weights(), subject.epoch(), subject.origin(), subject.classes());
    }
  }
}
