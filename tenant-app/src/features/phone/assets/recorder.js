/** Records from the microphone. */
export class VoiceRecorder {
  #recorder;
  #stream;
  #chunks = [];

  /** null where there is no microphone, or the person doesn't let us use it. @returns {Promise<VoiceRecorder | null>} */
  static async start() {
    if (!navigator.mediaDevices?.getUserMedia || typeof MediaRecorder === 'undefined') return null;
    try {
      return new VoiceRecorder(await navigator.mediaDevices.getUserMedia({ audio: true }));
    } catch {
      return null; // refused or missing: the caller has a sample instead
    }
  }

  constructor(stream) {
    this.#stream = stream;
    this.#recorder = new MediaRecorder(stream);
    this.#recorder.addEventListener('dataavailable', ({ data }) => this.#chunks.push(data));
    this.#recorder.start();
  }

  /** @returns {Promise<Blob>} what was recorded */
  stop() {
    return new Promise((resolve) => {
      this.#recorder.addEventListener('stop', () => {
        for (const track of this.#stream.getTracks()) track.stop();
        resolve(new Blob(this.#chunks, { type: this.#recorder.mimeType }));
      });
      this.#recorder.stop();
    });
  }
}

const RATE = 16_000;
const NOTES = [392, 494, 587, 494, 392];

/** Two seconds of five soft notes, as a WAV file. @see http://soundfile.sapp.org/doc/WaveFormat/ */
export function sampleSound() {
  const perNote = Math.floor(RATE * 0.4);
  const samples = NOTES.flatMap((hertz) =>
    Array.from({ length: perNote }, (_, i) => Math.sin((2 * Math.PI * hertz * i) / RATE) * Math.sin((Math.PI * i) / perNote) * 0.4),
  );
  const view = new DataView(new ArrayBuffer(44 + samples.length * 2));
  const text = (at, word) => {
    for (const [i, char] of [...word].entries()) view.setUint8(at + i, char.charCodeAt(0));
  };
  text(0, 'RIFF');
  view.setUint32(4, 36 + samples.length * 2, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true); // PCM
  view.setUint16(22, 1, true); // mono
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, samples.length * 2, true);
  for (const [i, sample] of samples.entries()) view.setInt16(44 + i * 2, Math.round(sample * 32_767), true);
  return new Blob([view], { type: 'audio/wav' });
}
