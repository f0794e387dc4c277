package digitstudio.training;

/**
 * What one epoch came to. Accuracies are fractions; losses are data losses without the penalty.
 *
 * @param epoch counted from 1
 * @param trainLoss running mean over the epoch's images, each taken before its batch's step
 * @param trainAccuracy likewise
 * @param validationLoss at the end of the epoch; NaN where nothing is held out
 * @param validationAccuracy likewise
 * @param penalty L1 or L2 penalty of the weights at the end of the epoch, per training image; 0
 *     without regularization
 * @param learningRate η of this epoch
 * @param seconds of training alone, without evaluation
 */
public record EpochResult(
    int epoch,
    double trainLoss,
    double trainAccuracy,
    double validationLoss,
    double validationAccuracy,
    double penalty,
    double learningRate,
    double seconds) {}
