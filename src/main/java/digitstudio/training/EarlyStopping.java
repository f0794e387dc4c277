package digitstudio.training;

/** Watches the validation loss: which epoch was best, and whether there is still hope. */
public final class EarlyStopping {
  private final int patience;
  private double bestLoss = Double.POSITIVE_INFINITY;
  private int bestEpoch;
  private int lastEpoch;

  /**
   * @param patience epochs without a better loss after which to stop; 0 never stops
   */
  public EarlyStopping(int patience) {
    this.patience = patience;
  }

  /**
   * Takes note of an epoch.
   *
   * @return whether it is the best so far
   */
  public boolean improves(EpochResult result) {
    lastEpoch = result.epoch();
    if (!(result.validationLoss() < bestLoss)) {
      return false;
    }
    bestLoss = result.validationLoss();
    bestEpoch = result.epoch();
    return true;
  }

  /** Epoch of the lowest validation loss; 0 before there is one. */
  public int bestEpoch() {
    return bestEpoch;
  }

  /** Whether patience is at its end. */
  public boolean shouldStop() {
    return patience > 0 && lastEpoch - bestEpoch >= patience;
  }
}
