package digitstudio.digits;

/**
 * A training set divided into the part that is learnt from and the part that is held out.
 *
 * @param train what the network learns from
 * @param validation what it is checked on while it learns; size 0 if the share is 0
 */
public record DataSplit(DigitSet train, DigitSet validation) {
  /**
   * Holds out a share of every digit's images, drawn by the seed; both parts keep the file's order.
   *
   * @param share 0 to 0.5
   * @throws digitstudio.text.Problem if the share is out of range or leaves a part empty
   */
  public static DataSplit stratified(DigitSet images, double share, long seed) {
    throw new UnsupportedOperationException("digits: in work");
  }
}
