/** Flags that every command takes. */
export interface Flags {
  context?: string;
  color?: boolean;
  input?: boolean;
  /** true: all fields; a text: the fields to pick. */
  json?: string | boolean;
  ndjson?: boolean;
}

/** Flags of the verbs that change something. */
export interface ChangeFlags {
  dryRun?: boolean;
  planHash?: string;
  idempotencyKey?: string;
}

/** Flags of the verbs that start an operation. */
export interface WaitFlags {
  wait?: boolean;
  timeout?: string;
}
