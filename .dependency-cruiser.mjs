/** The map of ARCHITECTURE.md and STYLE.md, enforced. */
const apps = '(tenant-app|control-plane)';
const contracts = '(/contract\\.ts|\\.contract\\.ts|/generated/)';
const tests = '(\\.test\\.tsx?$|/test/)';

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

export default {
  forbidden: [
    rule(
      'no-cycles',
      'Modules never import each other in a circle.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule('resolvable', 'Every import leads somewhere.', {}, { couldNotResolve: true, pathNot: '^(vite/client$|virtual:)' }),
    rule('packages-know-no-app', 'packages/* never import an app.', { path: '^packages/' }, { path: '^(tenant-app|control-plane|cli)/' }),
    rule(
      'contract-and-brand-are-leaves',
      'packages/contract and packages/brand import none of our other packages.',
      { path: '^packages/(contract|brand)/' },
      { path: '^packages/', pathNot: '^packages/$1/' },
    ),
    rule(
      'web-takes-contracts',
      'A web imports only contracts of a server.',
      { path: `^${apps}/web/` },
      { path: `^${apps}/src/`, pathNot: contracts },
    ),
    rule(
      'web-has-no-server-package',
      'A web never imports packages/server or stand-ins.',
      { path: `^(${apps}/web|packages/ui)/` },
      { path: '^packages/(server|stand-ins)/' },
    ),
    rule('cli-takes-contracts', 'The CLI imports only contracts of an app.', { path: '^cli/' }, { path: `^${apps}/`, pathNot: contracts }),
    rule(
      'apps-meet-at-contracts',
      'An app imports only contracts of another.',
      { path: `^${apps}/src/`, pathNot: tests },
      { path: `^${apps}/`, pathNot: ['^$1/', contracts] },
    ),
    rule(
      'no-web-in-server',
      'A server never imports its web or packages/ui.',
      { path: `^${apps}/src/` },
      { path: `^(${apps}/web/|packages/ui/)` },
    ),
    rule(
      'slices-meet-at-services',
      'A slice imports another slice’s service or contract only, never its model.',
      { path: '^(tenant-app|control-plane)/src/features/([^/]+)/', pathNot: tests },
      { path: '^$1/src/features/[^/]+/.*(\\.model|\\.routes|\\.steps|\\.jobs)\\.ts$', pathNot: '^$1/src/features/$2/' },
    ),
    rule(
      'routes-know-no-model',
      'Routes call services.',
      { path: '\\.routes\\.ts$' },
      { path: '\\.model\\.ts$', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'plans-are-pure',
      'A plan imports nothing with a socket, a file or a clock.',
      { path: '\\.plan\\.ts$' },
      {
        path: [
          '^(node:)?(net|http|https|fs|fs/promises|child_process|dgram|tls|cluster|worker_threads|timers|timers/promises)$',
          'node_modules/(mongoose|ioredis|bullmq|express|socket\\.io|dockerode)/',
          '\\.(model|service|steps|routes|jobs)\\.ts$',
          '^packages/server/src/(mongo|redis|http|mail|jobs|sockets)\\.ts$',
        ],
        dependencyTypesNot: ['type-only'],
      },
    ),
    rule(
      'contracts-are-light',
      'A contract imports zod, the contract package and other contracts only.',
      { path: '\\.contract\\.ts$|(tenant-app|control-plane)/src/contract\\.ts$' },
      { pathNot: [contracts, '^packages/contract/', 'node_modules/(zod|@orpc/contract)/'] },
    ),
    rule(
      'tests-stay-out',
      'Only tests import tests and their harness.',
      { pathNot: [tests, '^(e2e|bench)/'] },
      { path: `${tests}|^(e2e|bench)/`, pathNot: 'node_modules' },
    ),
    rule(
      'stand-ins-stay-out',
      'The outside world’s stand-ins serve tests, benchmarks and demos.',
      { path: '^(tenant-app|control-plane|cli)/', pathNot: tests },
      { path: '^packages/stand-ins/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?!.*node_modules).*/dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.web.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css', '.svg'],
    },
    cache: { folder: '.cache/dependency-cruiser', strategy: 'content' },
  },
};
