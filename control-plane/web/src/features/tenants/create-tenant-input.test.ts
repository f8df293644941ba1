import { CreateTenant } from '@chat-saas/control-plane/contract';
import { expect, it } from '@jest/globals';
import { type FormValues, formSchema, toInput } from './create-tenant-input.ts';

const empty: FormValues = { name: 'Padaria São João', slug: '', plan: 'starter', adminName: ' ', adminEmail: '', engine: 'auto' };

it('sends only what somebody filled in', () => {
  expect(toInput(empty)).toEqual({ name: 'Padaria São João', plan: 'starter' });
  expect(toInput({ ...empty, slug: 'padaria', adminName: 'Ana', adminEmail: 'ana@padaria.example', engine: 'simulator' })).toEqual({
    name: 'Padaria São João',
    plan: 'starter',
    slug: 'padaria',
    adminName: 'Ana',
    adminEmail: 'ana@padaria.example',
    engine: 'simulator',
  });
});

it('checks it with the contract', () => {
  const wrong = (values: FormValues) =>
    formSchema(CreateTenant)
      .safeParse(values)
      .error?.issues.map(({ path }) => path.join('.'));
  expect(wrong(empty)).toBeUndefined();
  expect(wrong({ ...empty, name: ' ', slug: 'a-', adminEmail: 'ana' })).toEqual(['name', 'slug', 'adminEmail']);
});
