package digitstudio.ui.runs;

import digitstudio.training.Model;
import digitstudio.training.Provenance;
import digitstudio.training.RunSnapshot;
import digitstudio.training.TrainingConfig;
import digitstudio.ui.main.Dialogs;
import digitstudio.ui.main.MainViewModel;
import digitstudio.ui.main.Place;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;

/**
 * The studio's window as the Runs view uses it.
 *
 * @param images throws a {@link digitstudio.text.Problem} if a run of a name was trained on others
 *     than the chosen images
 */
public record StudioRunActions(
    MainViewModel main,
    Dialogs dialogs,
    List<RunCommand> others,
    BiConsumer<String, Provenance> images)
    implements RunActions {
  @Override
  public ObservableBooleanValue busy() {
    return main.busyProperty();
  }

  @Override
  public void answerWith(Model model, String name) {
    main.answerWith(model, name);
  }

  @Override
  public void editSettings(TrainingConfig config) {
    main.editSettings(config);
  }

  @Override
  public void train(TrainingConfig config, Consumer<RunSnapshot> ended) {
    main.train(config, ended);
  }

  @Override
  public void requireImages(String name, Provenance origin) {
    images.accept(name, origin);
  }

  @Override
  public void showTraining() {
    main.placeProperty().set(Place.TRAIN);
  }

  @Override
  public void save(Model model) {
    dialogs.chooseModelToSave().ifPresent(file -> main.saveModel(model, file));
  }
}
