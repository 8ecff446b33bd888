// Says where the page comes from: what answers its addresses, and what it may load and reach.

export interface PageFile {
  content: Uint8Array<ArrayBuffer>;
  contentType: string;
}

export interface PageSource {
  readonly contentSecurityPolicy: string;
  /** Origins that the page may reach beside its own address; the application as it ships has none. */
  readonly reachable: readonly string[];
  /** null for an address that nothing answers. `accept` is the request's header. */
  read(address: URL, accept: string): Promise<PageFile | null>;
}
