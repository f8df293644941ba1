export * from './brand.ts';
export * from './engine-kind.ts';
export * from './id.ts';
export * from './page.ts';
export * from './problem.ts';
export * from './procedure.ts';
export * from './session.ts';
export * from './text.ts';
