import { describeEngine } from '../test/conformance.ts';
import { whatsAppWebRig } from '../test/whatsapp-web-rig.ts';

describeEngine('whatsapp-web', () => whatsAppWebRig());
