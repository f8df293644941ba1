import type { Message } from '@chat-saas/tenant-app/contract';
import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkedText } from './LinkedText.tsx';
import classes from './message-media.module.css';

interface Props {
  message: Message;
  attachment: NonNullable<Message['attachment']>;
  meta: ReactNode;
}

export const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
const SPEEDS = [1, 1.5, 2];

/** A voice note or sound file: play, pause, seek by dragging or arrow keys, faster. One plays at a time. */
export function VoiceNote({ message, attachment, meta }: Props) {
  const { t } = useTranslation('app');
  const audio = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const [broken, setBroken] = useState(false);
  const [position, setPosition] = useState(0);
  const [total, setTotal] = useState(attachment.seconds ?? 0);
  const [speed, setSpeed] = useState(1);
  useOnlyOne(audio);

  const toggle = () => {
    const element = audio.current;
    if (!element) return;
    if (playing) element.pause();
    else element.play().catch(() => setBroken(true));
  };
  const seek = (seconds: number) => {
    setPosition(seconds);
    if (audio.current) audio.current.currentTime = seconds;
  };
  const faster = () => {
    const next = SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length] ?? 1;
    setSpeed(next);
    if (audio.current) audio.current.playbackRate = next;
  };
  const Icon = playing ? IconPlayerPauseFilled : IconPlayerPlayFilled;
  return (
    <div className={classes.voice}>
      <button
        type="button"
        className={classes.play}
        aria-label={t(playing ? 'inbox.pause' : 'inbox.play', { length: clock(total) })}
        onClick={toggle}
      >
        <Icon size={16} aria-hidden />
      </button>
      <div className={classes.track}>
        <input
          type="range"
          className={classes.seek}
          aria-label={t('inbox.position')}
          aria-valuetext={clock(position)}
          min={0}
          max={total || 1}
          step={0.1}
          value={Math.min(position, total || 1)}
          style={{ '--played': `${total ? (position / total) * 100 : 0}%` } as CSSProperties}
          onChange={(event) => seek(Number(event.currentTarget.value))}
        />
        <span className={`${classes.seconds} tabular`}>
          {broken ? (
            <span className={classes.unplayable}>{t('inbox.soundBroken')}</span>
          ) : (
            clock(playing || position > 0 ? position : total)
          )}
          {meta}
        </span>
      </div>
      <button type="button" className={`${classes.speed} tabular`} aria-label={t('inbox.speed', { speed })} onClick={faster}>
        {speed}×
      </button>
      {message.text && (
        <p className={classes.transcript} dir="auto">
          <LinkedText text={message.text} />
        </p>
      )}
      {/* biome-ignore lint/a11y/useMediaCaption: people send voice notes without captions */}
      <audio
        ref={audio}
        src={attachment.url}
        preload={attachment.seconds ? 'none' : 'metadata'}
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setPosition(0)}
        onError={() => setBroken(true)}
        onTimeUpdate={(event) => setPosition(event.currentTarget.currentTime)}
        onLoadedMetadata={(event) => Number.isFinite(event.currentTarget.duration) && setTotal(event.currentTarget.duration)}
      />
    </div>
  );
}

/** Starting one sound pauses the others. */
function useOnlyOne(audio: { current: HTMLAudioElement | null }) {
  useEffect(() => {
    const onPlay = (event: Event) => {
      if (event.target !== audio.current) audio.current?.pause();
    };
    document.addEventListener('play', onPlay, true);
    return () => document.removeEventListener('play', onPlay, true);
  }, [audio]);
}
