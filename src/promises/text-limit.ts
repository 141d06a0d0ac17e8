/** A text travels as JSON, in which a character can take more bytes than in the file. */
export const bodyLimitBytes = 8 * 1024 * 1024;
