import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { controlPlaneProgram } from './process-harness.ts';
import { until } from './until.ts';

const program = await controlPlaneProgram();
const { api } = program;
afterAll(() => program.discard(), 30_000);

describe('a control plane that is killed', () => {
  it('starts from nothing to a table with everything that a newcomer needs', async () => {
    const table = await program.start();
    expect(table.map(({ label }) => label)).toEqual([
      'Panel',
      'Owner login',
      'Tenant’s app',
      'Tenant’s admin',
      'Connect link',
      'Customer’s phone',
    ]);
    expect(table[1]?.note).toMatch(/one-time password: ([0-9a-z]{4}-){3}[0-9a-z]{4}$/);
    expect(table[3]?.note).toMatch(/one-time password/);
    expect(program.told.filter(({ type }) => type === 'step').map(({ name, status }) => `${name} ${status}`)).toEqual([
      'Control plane running',
      'Control plane done',
      'First tenant running',
      'First tenant done',
    ]);
    expect(existsSync(join(program.dataDir, 'config', 'chat-cli', 'config.json'))).toBe(true);
    const link = await program.ask(new URL(table[4]?.value ?? '').pathname);
    expect([link.status, link.headers.location]).toEqual([302, expect.stringMatching(/^http:\/\/loja-exemplo\.localhost:\d+\/c\//)]);
  }, 60_000);

  it('leaves no process behind, and its stacks come back with the next start, which shows no password again', async () => {
    expect(program.processes().length).toBeGreaterThanOrEqual(2);
    await program.end('SIGKILL');
    await until('its children to end', () => program.processes().length === 0);
    const table = await program.start();
    expect(table[1]?.note).toBe('password already set');
    expect(table[3]?.note).toBe('password already set');
    expect((await api.tenants.list({})).items).toMatchObject([{ slug: 'loja-exemplo', status: 'ready' }]);
  }, 60_000);

  it.each([1, 4, 7])(
    'goes on with a creation that was cut off after %d steps',
    async (steps) => {
      const { tenant, operation } = await api.tenants.create({ name: `Cortada ${steps}` });
      await until(
        `${steps} steps`,
        async () => (await api.operations.get({ id: operation.id })).steps.filter(({ status }) => status === 'succeeded').length >= steps,
      );
      await program.end('SIGKILL');
      await program.start();
      const ended = await until(
        'the end',
        async () => {
          const now = await api.operations.get({ id: operation.id });
          return now.finishedAt ? now : null;
        },
        30_000,
      );
      expect(ended.status).toBe('succeeded');
      expect(await api.tenants.get({ id: tenant.id })).toMatchObject({ status: 'ready' });
      expect((await program.ask('/health', { host: `${tenant.slug}.localhost` })).status).toBe(200);
      expect((await api.instances.list({ tenantId: tenant.id })).items).toHaveLength(1);
      await api.tenants.remove({ id: tenant.id, confirm: tenant.name });
      await until('it to be gone', async () => (await api.tenants.list({ q: tenant.slug })).total === 0);
    },
    90_000,
  );

  it('goes on with a deletion, and leaves nothing of the tenant', async () => {
    const { tenant, operation } = await api.tenants.create({ name: 'Apagada' });
    await until('it to be ready', async () => (await api.operations.get({ id: operation.id })).finishedAt, 30_000);
    const removal = await api.tenants.remove({ id: tenant.id, confirm: tenant.name });
    await until('the first step', async () => (await api.operations.get({ id: removal.operation.id })).steps[0]?.status === 'succeeded');
    await program.end('SIGKILL');
    await program.start();
    await until('the end', async () => (await api.operations.get({ id: removal.operation.id })).status === 'succeeded', 30_000);
    expect(program.processes().filter(({ command }) => command.includes(tenant.id))).toEqual([]);
    expect(readdirSync(join(program.dataDir, 'tenants'))).not.toContain(tenant.id);
  }, 90_000);

  it('refuses a second one on the same data', async () => {
    const second = await controlPlaneProgram({ DATA_DIR: program.dataDir });
    await expect(second.start()).rejects.toThrow(/in use by another control plane/);
    await second.discard();
  }, 30_000);

  it('stops in order', async () => {
    await program.end('SIGTERM');
    expect(program.processes()).toEqual([]);
    expect(readdirSync(join(program.dataDir, 'run')).filter((name) => name.endsWith('.pid'))).toEqual([]);
  }, 30_000);
});
