const box = (inside) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="960" viewBox="0 0 360 480" font-family="sans-serif">${inside}</svg>`;
const line = (y, left, right) =>
  `<text x="84" y="${y}" font-size="13" fill="#555">${left}</text><text x="276" y="${y}" font-size="13" fill="#222" text-anchor="end">${right}</text>`;

const PICTURES = {
  receipt:
    box(`<rect width="360" height="480" fill="#6b5b4d"/><g transform="rotate(-3 180 240)"><rect x="60" y="40" width="240" height="400" fill="#fffdf6"/>
<text x="180" y="82" font-size="17" font-weight="700" text-anchor="middle" fill="#222">Comprovante Pix</text><path d="M84 100h192" stroke="#bbb" stroke-dasharray="4 4"/>
<text x="180" y="150" font-size="34" font-weight="700" text-anchor="middle" fill="#222">R$ 149,90</text>${line(200, 'Para', 'Loja')}${line(226, 'De', 'Ana B. Souza')}${line(252, 'Data', '21/11/2026')}${line(278, 'Hora', '14:32')}
<path d="M84 300h192" stroke="#bbb" stroke-dasharray="4 4"/><circle cx="180" cy="352" r="26" fill="#1f9d61"/><path d="M168 352l9 9 16-18" stroke="#fff" stroke-width="5" fill="none"/><text x="180" y="412" font-size="12" text-anchor="middle" fill="#777">Pagamento concluído</text></g>`),
  cake: box(`<rect width="360" height="480" fill="#f6dfd3"/><ellipse cx="180" cy="398" rx="140" ry="22" fill="#d9b8a6"/><rect x="70" y="250" width="220" height="140" rx="16" fill="#8a4b2f"/>
<rect x="70" y="296" width="220" height="26" fill="#f4e4cf"/><path d="M70 262c0-20 14-30 30-30h160c16 0 30 10 30 30v18c-14 18-30 18-40 0-12 22-30 22-40 0-10 24-34 24-44 0-10 22-32 22-42 0-10 18-30 18-40 0-4 9-14 9-14 0z" fill="#fff3f5"/>
<g fill="#e1455f"><circle cx="120" cy="226" r="13"/><circle cx="180" cy="220" r="13"/><circle cx="240" cy="226" r="13"/></g><rect x="176" y="150" width="8" height="58" fill="#7aa7e0"/><path d="M180 122c12 14 8 26 0 26s-12-12 0-26z" fill="#f5a623"/>`),
  screen:
    box(`<rect width="360" height="480" fill="#20242c"/><rect x="30" y="90" width="300" height="220" rx="12" fill="#0d1016"/><rect x="44" y="104" width="272" height="192" rx="4" fill="#1b3a8a"/>
<path d="M180 146l40 68h-80z" fill="none" stroke="#ffd75e" stroke-width="7" stroke-linejoin="round"/><path d="M180 168v22M180 200v4" stroke="#ffd75e" stroke-width="7" stroke-linecap="round"/><text x="180" y="252" font-size="19" font-weight="700" text-anchor="middle" fill="#fff">Sem sinal</text>
<text x="180" y="276" font-size="13" text-anchor="middle" fill="#c9d4f3">Erro 404: verifique a conexão</text><rect x="150" y="310" width="60" height="34" fill="#0d1016"/><rect x="110" y="344" width="140" height="12" rx="6" fill="#0d1016"/>`),
};

/** Draws a sample photo. @param {keyof typeof PICTURES} name @returns {Promise<Blob>} a PNG */
export async function drawSample(name) {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(PICTURES[name])}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  canvas.getContext('2d').drawImage(image, 0, 0);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
