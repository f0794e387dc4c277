package digitstudio.training;

import digitstudio.digits.ClassNames;

/**
 * What a data set is called and what its classes are: as much of it as a run keeps.
 *
 * @param name a person's name for it, such as MNIST, or that of its folder or file
 * @param classes in the order of their labels
 */
public record DataDescription(String name, ClassNames classes) {
  /** The images that came with the program, and what runs older than other data sets were of. */
  public static final DataDescription MNIST = new DataDescription("MNIST", ClassNames.DIGITS);

  /** What a class is called. */
  public String className(int label) {
    return classes.name(label);
  }
}
