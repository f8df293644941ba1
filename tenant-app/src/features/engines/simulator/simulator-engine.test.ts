import { describeEngine } from '../test/conformance.ts';
import { simulatorRig } from '../test/simulator-rig.ts';

describeEngine('simulator', simulatorRig);
