import { ProblemError } from '@chat-saas/contract/client';
import type { Upload } from '@chat-saas/tenant-app/contract';
import { notifyProblem } from '@chat-saas/ui/components/toasts.tsx';
import { problemText } from '@chat-saas/ui/data/problem-text.ts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { uploadFile } from '../../app/upload-file.ts';

/** WhatsApp itself takes no more. */
export const MAX_FILE_BYTES = 100_000_000;
const MAX_FILES = 10;

export interface Attachment {
  id: string;
  file: File;
  previewUrl: string;
  /** 0 to 1. */
  progress: number;
  upload: Upload | null;
  /** Why it can't be sent, in words. */
  failure: string | null;
}

/** Files beside the text: they go up as soon as they are chosen, so that sending is quick. */
export function useAttachments(texts: { tooLarge: string; tooMany: string }) {
  const [items, setItems] = useState<Attachment[]>([]);
  const uploads = useRef(new Map<string, AbortController>());
  const kept = useRef(new Set<string>());

  const patch = useCallback(
    (id: string, change: Partial<Attachment>) => setItems((all) => all.map((item) => (item.id === id ? { ...item, ...change } : item))),
    [],
  );

  const start = useCallback(
    async ({ id, file }: Attachment) => {
      const controller = new AbortController();
      uploads.current.set(id, controller);
      patch(id, { failure: null, progress: 0 });
      try {
        const upload = await uploadFile('/api/v1/uploads', file, {
          signal: controller.signal,
          onProgress: (progress) => patch(id, { progress }),
        });
        patch(id, { upload: upload as Upload, progress: 1 });
      } catch (error) {
        if (!controller.signal.aborted) patch(id, { failure: problemText(error) });
      } finally {
        uploads.current.delete(id);
      }
    },
    [patch],
  );

  const add = useCallback(
    (files: Iterable<File>) => {
      const chosen = [...files].slice(0, MAX_FILES).map((file): Attachment => {
        const failure = file.size > MAX_FILE_BYTES ? texts.tooLarge : null;
        return { id: crypto.randomUUID(), file, previewUrl: URL.createObjectURL(file), progress: 0, upload: null, failure };
      });
      if ([...files].length > MAX_FILES) notifyProblem(tooMany(texts.tooMany));
      setItems((all) => [...all, ...chosen].slice(0, MAX_FILES));
      for (const item of chosen) if (!item.failure) void start(item);
    },
    [start, texts.tooLarge, texts.tooMany],
  );

  const remove = useCallback((id: string) => {
    uploads.current.get(id)?.abort();
    setItems((all) => all.filter((item) => item.id !== id));
  }, []);

  /** Hands the uploaded files over; their previews stay, since the thread shows them. */
  const take = useCallback(() => {
    for (const { previewUrl } of items) kept.current.add(previewUrl);
    setItems([]);
    return items;
  }, [items]);

  useEndAll(items, uploads, kept);
  const isReady = items.every(({ upload }) => upload !== null);
  return { items, add, remove, retry: (item: Attachment) => void start(item), take, isReady };
}

const tooMany = (detail: string) =>
  new ProblemError({ type: 'about:blank', title: 'Too many files', status: 400, code: 'TOO_MANY_FILES', detail });

/** Leaving ends running uploads and frees previews that nothing shows. */
function useEndAll(items: Attachment[], uploads: { current: Map<string, AbortController> }, kept: { current: Set<string> }) {
  const latest = useRef(items);
  useEffect(() => {
    latest.current = items;
  });
  useEffect(() => {
    const running = uploads.current;
    const shown = kept.current;
    return () => {
      for (const controller of running.values()) controller.abort();
      for (const { previewUrl } of latest.current) if (!shown.has(previewUrl)) URL.revokeObjectURL(previewUrl);
    };
  }, [uploads, kept]);
}
