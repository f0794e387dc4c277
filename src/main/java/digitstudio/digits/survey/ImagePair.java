package digitstudio.digits.survey;

/**
 * Two images that are the same or nearly so.
 *
 * @param first the number of one, the smaller
 * @param second the number of the other
 * @param distance Euclidean, with black counted as 1; 0 for the same image
 */
public record ImagePair(int first, int second, double distance) {}
