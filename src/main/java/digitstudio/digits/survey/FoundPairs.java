package digitstudio.digits.survey;

import java.util.List;

/**
 * What a search for duplicates found.
 *
 * @param pairs the nearest first, then by their numbers
 * @param complete whether these are all; otherwise there are more, none nearer than the last
 */
public record FoundPairs(List<ImagePair> pairs, boolean complete) {
  public FoundPairs {
    pairs = List.copyOf(pairs);
  }
}
