import { startWhatsAppWeb } from './whatsapp-web.ts';

// Prints one line of JSON, { controlUrl, chromiumArgs }, and runs until it is ended. Give the product these Chromium
// arguments, and play the phone by hand:
//   curl -d '{"qr":"…","phone":"5511999990000"}' $controlUrl/scan
//   curl -d '{"to":"5511999990000","from":"5511888880000","body":"oi"}' $controlUrl/inbound
const { WHATSAPP_WEB_PORT = '0', WHATSAPP_WEB_CONTROL_PORT = '0', WHATSAPP_WEB_STATE_DIR, WHATSAPP_WEB_REF_MS = '20000' } = process.env;
const standIn = await startWhatsAppWeb({
  httpsPort: Number(WHATSAPP_WEB_PORT),
  controlPort: Number(WHATSAPP_WEB_CONTROL_PORT),
  stateDir: WHATSAPP_WEB_STATE_DIR ?? null,
  refMs: Number(WHATSAPP_WEB_REF_MS),
});
console.log(JSON.stringify({ controlUrl: standIn.controlUrl, chromiumArgs: standIn.chromiumArgs }));

const end = () => {
  void standIn.close().then(() => process.exit(0));
};
process.once('SIGTERM', end);
process.once('SIGINT', end);
process.once('disconnect', end);
