package digitstudio.ui.form;

import digitstudio.training.TrainingConfig;
import java.util.List;

/**
 * The runs that the form comes to.
 *
 * @param configs at least one, none twice
 */
public record RunPlan(List<TrainingConfig> configs) {
  public RunPlan {
    configs = List.copyOf(configs);
  }

  public int count() {
    return configs.size();
  }

  /** Whether there is something to choose between. */
  public boolean isSweep() {
    return configs.size() > 1;
  }
}
