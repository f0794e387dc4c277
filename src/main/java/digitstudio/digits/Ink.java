package digitstudio.digits;

/**
 * Ink on paper of any size: 0 is paper, 1 is full ink.
 *
 * @param width columns
 * @param height rows
 * @param values [height · width], row by row
 */
public record Ink(int width, int height, float[] values) {}
