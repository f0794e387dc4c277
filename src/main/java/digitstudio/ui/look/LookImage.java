package digitstudio.ui.look;

import digitstudio.digits.DigitImage;

/**
 * One labelled image that is looked at.
 *
 * @param image its pixels
 * @param label the digit it is
 * @param ofTrain whether it comes from the training file, or from the test file
 * @param index its place in that file, counted from 0
 */
public record LookImage(DigitImage image, int label, boolean ofTrain, int index) {}
