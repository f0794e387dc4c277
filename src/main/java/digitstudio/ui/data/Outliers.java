package digitstudio.ui.data;

/**
 * The images that are farthest from the others of their class.
 *
 * @param images their numbers, the farthest first
 * @param distances of each of these, with black counted as 1
 * @param searched how many took part
 */
record Outliers(int[] images, float[] distances, int searched) {}
