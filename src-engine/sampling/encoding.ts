// What writing needs of an encoding; an exported page brings its own.

export interface TextEncoding {
  /** A label of the Encoding Standard. */
  readonly name: string;
  /** What it cannot say is written as a question mark. */
  encode(text: string): Uint8Array;
  decode(bytes: Uint8Array): string;
}
