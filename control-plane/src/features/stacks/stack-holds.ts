/** Says who works on a stack. An operation waits until a repair in progress has ended; a repair never starts under an operation. */
export class StackHolds {
  readonly #held = new Set<string>();
  readonly #repairs = new Map<string, Promise<void>>();

  /** For an operation: resolves once nobody repairs. `release` when done. */
  async take(tenantId: string): Promise<void> {
    this.#held.add(tenantId);
    await this.#repairs.get(tenantId);
  }

  release(tenantId: string): void {
    this.#held.delete(tenantId);
  }

  isHeld(tenantId: string): boolean {
    return this.#held.has(tenantId);
  }

  /** For the supervisor: runs unless somebody works on the stack. `work` should look at `isHeld` between its steps. */
  async repair(tenantId: string, work: () => Promise<void>): Promise<void> {
    if (this.#held.has(tenantId) || this.#repairs.has(tenantId)) return;
    const repair = work().finally(() => this.#repairs.delete(tenantId));
    this.#repairs.set(
      tenantId,
      repair.catch(() => undefined), // whoever waits only wants it to have ended; the caller gets the error
    );
    await repair;
  }
}
