package digitstudio.experiment;

import digitstudio.training.ConfusionMatrix;

/**
 * What the digits were read as in one epoch: the images held out at its end, or, where nothing is,
 * the images learnt from, each as it was read just before the step that learnt from it.
 *
 * @param epoch counted from 1
 * @param confusion every answer counted
 */
public record EpochConfusion(int epoch, ConfusionMatrix confusion) {}
