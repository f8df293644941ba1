export type Door = 'open' | 'starting' | 'suspended' | 'closed';

export interface Route {
  tenantId: string;
  slug: string;
  name: string;
  door: Door;
}

/** Which host name leads to which stack; filled from the tenants at boot and at every change of theirs. */
export class RouteTable {
  readonly #byId = new Map<string, Route>();
  readonly #bySlug = new Map<string, Route>();

  set(route: Route): void {
    this.remove(route.tenantId);
    this.#byId.set(route.tenantId, route);
    this.#bySlug.set(route.slug, route);
  }

  remove(tenantId: string): void {
    const former = this.#byId.get(tenantId);
    if (!former) return;
    this.#byId.delete(tenantId);
    this.#bySlug.delete(former.slug);
  }

  byId = (tenantId: string): Route | null => this.#byId.get(tenantId) ?? null;
  bySlug = (slug: string): Route | null => this.#bySlug.get(slug) ?? null;
}
