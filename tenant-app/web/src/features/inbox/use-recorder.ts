import { useCallback, useEffect, useRef, useState } from 'react';

const TYPES = ['audio/ogg;codecs=opus', 'audio/webm;codecs=opus', 'audio/mp4'];
const ENDINGS: Record<string, string> = { 'audio/ogg': 'ogg', 'audio/webm': 'webm', 'audio/mp4': 'm4a' };
const MAX_SECONDS = 15 * 60;

/** Whether this browser can record; pages without TLS can't, except on localhost. */
export const canRecord = (): boolean =>
  typeof MediaRecorder !== 'undefined' && Boolean(navigator.mediaDevices) && TYPES.some((type) => MediaRecorder.isTypeSupported(type));

export interface Recording {
  file: File;
  seconds: number;
}

/** Records from the microphone from the moment the component is there. `finish` answers with the recording. */
export function useRecorder() {
  const [seconds, setSeconds] = useState(0);
  const [refused, setRefused] = useState(false);
  const recorder = useRef<MediaRecorder | null>(null);
  const chunks = useRef<Blob[]>([]);
  const startedAt = useRef(0);

  useEffect(() => {
    let ended = false;
    let stream: MediaStream | undefined;
    let timer = 0;
    const start = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true } });
      if (ended) return release(stream);
      const own = new MediaRecorder(stream, {
        mimeType: TYPES.find((type) => MediaRecorder.isTypeSupported(type)),
        audioBitsPerSecond: 32_000,
      });
      own.ondataavailable = ({ data }) => chunks.current.push(data);
      own.start(1000);
      recorder.current = own;
      startedAt.current = Date.now();
      timer = window.setInterval(() => {
        const length = (Date.now() - startedAt.current) / 1000;
        setSeconds(length);
        if (length > MAX_SECONDS) own.stop();
      }, 200);
    };
    start().catch(() => setRefused(true));
    return () => {
      ended = true;
      window.clearInterval(timer);
      if (stream) release(stream);
    };
  }, []);

  const finish = useCallback(async (): Promise<Recording | null> => {
    const own = recorder.current;
    if (!own) return null;
    const length = (Date.now() - startedAt.current) / 1000;
    if (own.state !== 'inactive') {
      const stopped = new Promise((resolve) => own.addEventListener('stop', resolve, { once: true }));
      own.stop();
      await stopped;
    }
    const type = own.mimeType.split(';')[0] ?? 'audio/webm';
    return { file: new File(chunks.current, `voice-note.${ENDINGS[type] ?? 'webm'}`, { type: own.mimeType }), seconds: length };
  }, []);

  return { seconds, refused, isOn: seconds > 0, finish };
}

const release = (stream: MediaStream) => {
  for (const track of stream.getTracks()) track.stop();
};
