/** Somebody who could write to the instance. */
export interface SimulatorCustomer {
  e164: string;
  name: string;
}

/** People of the demo; they are not stored until they write. */
export const seedCustomers: readonly SimulatorCustomer[] = [
  { e164: '5511987650001', name: 'Ana Beatriz Souza' },
  { e164: '5521987650002', name: 'João Pedro Oliveira' },
  { e164: '5531987650003', name: 'Mariana Costa' },
  { e164: '5541987650004', name: 'Carlos Eduardo Lima' },
  { e164: '5571987650005', name: 'Fernanda Ribeiro' },
  { e164: '5581987650006', name: 'Rafael Nascimento' },
  { e164: '5585987650007', name: 'Juliana Araújo' },
  { e164: '5551987650008', name: 'Lucas Gonçalves' },
];

/** The number that a simulated instance gets when it is linked: always the same one for the same instance. */
export function simulatedNumber(instanceId: string): string {
  let hash = 0;
  for (const char of instanceId) hash = (hash * 31 + char.charCodeAt(0)) % 100_000_000;
  return `55119${String(hash).padStart(8, '0')}`;
}
