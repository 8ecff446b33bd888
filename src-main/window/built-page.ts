// The page as it ships: the files that the build left, under a policy that lets in nothing else.
import { readFile } from 'node:fs/promises';
import { resolvePageFile } from './page-files';
import type { PageSource } from './page-source';

export const CONTENT_SECURITY_POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'svelte-trusted-html',
};

export function policyText(policy: Record<string, string>): string {
  return Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
}

export function builtPage(folder: string): PageSource {
  return {
    contentSecurityPolicy: policyText(CONTENT_SECURITY_POLICY),
    reachable: [],
    read: async (address) => {
      const file = resolvePageFile(folder, address.pathname);
      return file && { content: await readFile(file.path), contentType: file.contentType };
    },
  };
}
