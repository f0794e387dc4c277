package digitstudio.ui.look;

import digitstudio.digits.DigitImage;

/**
 * One labelled image that is looked at.
 *
 * @param image its pixels
 * @param label the digit it is
 * @param index its place in the file it comes from, counted from 0
 */
public record LookImage(DigitImage image, int label, int index) {}
