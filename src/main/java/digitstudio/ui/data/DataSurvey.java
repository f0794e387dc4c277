package digitstudio.ui.data;

import digitstudio.digits.survey.ClassPictures;
import digitstudio.digits.survey.DataImages;
import digitstudio.digits.survey.ImageFigures;

/**
 * What was measured of all images.
 *
 * @param images the images
 * @param pictures mean and variance of each class, of the training file
 * @param figures of each image
 */
record DataSurvey(DataImages images, ClassPictures pictures, ImageFigures figures) {
  static DataSurvey of(DataImages images) {
    ClassPictures pictures = ClassPictures.of(images.train(), images.classes().size());
    return new DataSurvey(images, pictures, ImageFigures.of(images, pictures));
  }
}
