import { resolve } from 'node:path';
import { type AnyContractRouter, minifyContractRouter } from '@orpc/contract';
import react from '@vitejs/plugin-react';
import presetMantine from 'postcss-preset-mantine';
import simpleVars from 'postcss-simple-vars';
import type { Plugin, Rolldown, UserConfig } from 'vite';
import { mantineStyles } from './vite-mantine-styles.ts';

type CodeSplittingGroup = NonNullable<Rolldown.CodeSplittingOptions['groups']>[number];

interface WebConfig {
  /** The web's folder: `import.meta.dirname` of its vite.config.ts. */
  root: string;
  /** Port of the dev server. */
  port: number;
  /** Origin that answers everything but the bundle while developing. */
  proxyTarget: string;
  /** Path prefixes handed to `proxyTarget`; more than the usual ones. */
  proxyPaths?: string[];
}

const PROXY_PATHS = ['/api', '/socket.io', '/c/', '/client', '/phone', '/uploads', '/files', '/brand', '/health'];

/** What both webs build with: React, the theme's CSS macros, chunks that keep the first page small. */
export function webConfig({ root, port, proxyTarget, proxyPaths = [] }: WebConfig): UserConfig {
  // The server compares Origin with its own host, so the dev server speaks as if the page came from there.
  const target = { target: proxyTarget, changeOrigin: true, ws: true, headers: { origin: proxyTarget } };
  return {
    root,
    base: '/',
    plugins: [react(), mantineStyles(), schemeScript()],
    css: { postcss: { plugins: [presetMantine(), simpleVars({ variables: { phone: '48em', tablet: '75em' } })] } },
    server: {
      port,
      strictPort: true,
      host: '127.0.0.1',
      proxy: Object.fromEntries([...PROXY_PATHS, ...proxyPaths].map((path) => [path, target])),
    },
    build: {
      outDir: resolve(root, 'dist'),
      emptyOutDir: true,
      sourcemap: false,
      target: 'es2022',
      chunkSizeWarningLimit: 800,
      rolldownOptions: { output: { codeSplitting: { groups: GROUPS } } },
    },
  };
}

/** Methods and paths of a contract without its schemas, as a module: all that a client needs, without zod on the first page. */
export const contractRoutes = (moduleId: string, contract: AnyContractRouter): Plugin => ({
  name: 'contract-routes',
  resolveId: (id) => (id === moduleId ? `\0${moduleId}` : undefined),
  load: (id) => (id === `\0${moduleId}` ? `export const routes = ${JSON.stringify(minifyContractRouter(contract))}` : undefined),
});

/** Vendors change seldom: they stay in the browser's cache over releases. The frame is all that every page needs; the rest comes with its page. */
const GROUPS: CodeSplittingGroup[] = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|react-router)[\\/]/, priority: 2 },
  {
    name: 'data',
    test: /node_modules[\\/](@orpc|@tanstack[\\/]query-core|@tanstack[\\/]react-query|i18next|react-i18next)[\\/]/,
    priority: 2,
  },
  { name: 'zod', test: /node_modules[\\/]zod[\\/]/, priority: 2 },
  { name: 'frame', tags: ['$initial'], priority: 1 },
];

const SCHEME_FILE = 'scheme.js';
/** The person's choice of light or dark is on the page before anything is painted; a file, since pages may forbid inline scripts. */
const SCHEME_SOURCE = `try{var s=localStorage.getItem('mantine-color-scheme-value');if(s!=='light'&&s!=='dark')s=matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light';var e=document.documentElement;e.setAttribute('data-mantine-color-scheme',s);e.style.colorScheme=s}catch(_){}`;

function schemeScript(): Plugin {
  return {
    name: 'scheme-script',
    transformIndexHtml: () => [{ tag: 'script', attrs: { src: `/${SCHEME_FILE}` }, injectTo: 'head-prepend' }],
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: SCHEME_FILE, source: SCHEME_SOURCE });
    },
    configureServer(server) {
      server.middlewares.use(`/${SCHEME_FILE}`, (_, res) => {
        res.setHeader('content-type', 'text/javascript');
        res.end(SCHEME_SOURCE);
      });
    },
  };
}
