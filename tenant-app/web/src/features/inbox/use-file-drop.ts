import { useEffect, useState } from 'react';

/** Takes files dropped anywhere on the page; true while some are held above it. */
export function useFileDrop(enabled: boolean, onFiles: (files: File[]) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    if (!enabled) return;
    let depth = 0;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const listen = (name: 'dragenter' | 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void) => {
      const handle = (event: DragEvent) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        act(event);
      };
      document.addEventListener(name, handle);
      return () => document.removeEventListener(name, handle);
    };
    const count = (step: number) => {
      depth = Math.max(0, depth + step);
      setOver(depth > 0);
    };
    const ends = [
      listen('dragenter', () => count(1)),
      listen('dragleave', () => count(-1)),
      listen('dragover', () => undefined),
      listen('drop', (event) => {
        count(-depth);
        onFiles([...(event.dataTransfer?.files ?? [])]);
      }),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [enabled, onFiles]);
  return over;
}
