package digitstudio.ui.inside;

import digitstudio.ui.look.LookImage;
import digitstudio.ui.look.LookPage;
import digitstudio.ui.look.LookSubject;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;

/** One image through the network as a page of the Look inside view. */
public final class OneImagePage implements LookPage {
  /** Id of its tab. */
  public static final String ID = "look-image";

  private final OneImageViewModel viewModel;
  private final Supplier<OneImageView> made;
  private OneImageView view;
  private Optional<LookImage> looked = Optional.empty();

  /**
   * @param view makes the view when the page is first opened
   */
  public OneImagePage(OneImageViewModel viewModel, Supplier<OneImageView> view) {
    this.viewModel = viewModel;
    made = view;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String nameKey() {
    return "inside.page.image";
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
      viewModel.show(null);
      return;
    }
    viewModel.from(subject.origin(), subject.classes());
    // Told again as the epoch moves: what was painted meanwhile must stay.
    if (subject.image().isPresent() && !subject.image().equals(looked)) {
      LookImage image = subject.image().get();
      viewModel.look(image.image(), image.label(), image.ofTrain(), image.index());
    }
    looked = subject.image();
    viewModel.show(subject.model());
  }
}
