package digitstudio.ui.inside;

import digitstudio.digits.DigitImage;
import digitstudio.report.weights.ImageFlow;
import digitstudio.training.ImageReading;
import digitstudio.training.Model;
import java.util.List;

/**
 * One image and what a network makes of it.
 *
 * @param model the network
 * @param image as it is painted
 * @param reading what came of it
 * @param chosen the unit whose connections are seen
 * @param links those connections
 */
record OneImage(
    Model model,
    DigitImage image,
    ImageReading reading,
    ImageFlow.Place chosen,
    List<ImageFlow.Link> links) {}
