import type { ConnectLink, Instance, Operation, Preview, Tenant } from '../api/types.ts';
import type { Shape } from '../output/shape.ts';

const TENANT_BRIEF = ['id', 'slug', 'name', 'plan', 'status'] as const satisfies readonly (keyof Tenant)[];
export const TENANT_FIELDS = [
  ...TENANT_BRIEF,
  'reason',
  'appUrl',
  'adminEmail',
  'version',
  'instances',
  'messagesToday',
  'memoryBytes',
  'observedAt',
  'currentOperationId',
  'createdAt',
] as const satisfies readonly (keyof Tenant)[];
const OPERATION_BRIEF = ['id', 'kind', 'status'] as const satisfies readonly (keyof Operation)[];
const OPERATION_FIELDS = ['id', 'kind', 'tenantId', 'status', 'steps'] as const satisfies readonly (keyof Operation)[];
const OPERATION_MORE = [
  'tenantName',
  'error',
  'requestedBy',
  'createdAt',
  'startedAt',
  'finishedAt',
] as const satisfies readonly (keyof Operation)[];
export const INSTANCE_FIELDS = [
  'id',
  'name',
  'engine',
  'isDefault',
  'state',
  'status',
  'since',
  'phone',
  'profileName',
  'syncPercent',
  'reason',
  'nextAttemptAt',
  'link',
  'lastInboundAt',
  'createdAt',
] as const satisfies readonly (keyof Instance)[];
const LINK_FIELDS = [
  'id',
  'instanceId',
  'purpose',
  'createdAt',
  'expiresAt',
  'revokedAt',
  'lastOpenedAt',
] as const satisfies readonly (keyof ConnectLink)[];
const PREVIEW_FIELDS = ['kind', 'tenant', 'steps', 'hash'] as const satisfies readonly (keyof Preview)[];
const WHOLE_TENANT = { members: { tenant: TENANT_FIELDS } } as const;

/** What `--json` answers, version 1. Later versions of this program may add fields, never take one away. */
export const SHAPES = {
  tenantCreated: {
    members: { tenant: TENANT_BRIEF, operation: OPERATION_BRIEF, urls: ['app', 'connect', 'phone'], owner: ['email', 'password'] },
    more: TENANT_FIELDS.slice(TENANT_BRIEF.length),
  },
  tenantChanged: { members: { tenant: TENANT_BRIEF, operation: OPERATION_BRIEF }, more: TENANT_FIELDS.slice(TENANT_BRIEF.length) },
  tenant: WHOLE_TENANT,
  tenants: { members: { tenants: TENANT_FIELDS } },
  operation: { members: { operation: OPERATION_FIELDS }, more: OPERATION_MORE },
  operations: { members: { operations: OPERATION_FIELDS }, more: OPERATION_MORE },
  instance: { members: { instance: INSTANCE_FIELDS } },
  instances: { members: { instances: INSTANCE_FIELDS } },
  connectLink: { members: { link: LINK_FIELDS } },
  connectLinkCreated: { members: { link: LINK_FIELDS, url: [] } },
  connectLinks: { members: { links: LINK_FIELDS } },
  preview: { members: { preview: PREVIEW_FIELDS } },
} as const satisfies Record<string, Shape>;

type Step = Operation['steps'][number];

/** A step as CLI.md shows it: an error only where there is one. */
export const stepOf = ({ name, status, startedAt, durationMs, attempts, error }: Step) => ({
  name,
  status,
  startedAt,
  durationMs,
  attempts,
  ...(error ? { error } : {}),
});

export const operationData = (operation: Operation) => ({ ...operation, steps: operation.steps.map(stepOf) });
