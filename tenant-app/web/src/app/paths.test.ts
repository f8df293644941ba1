import { describe, expect, it } from '@jest/globals';
import { nextPath, toSignIn } from './paths.ts';

describe('nextPath', () => {
  it.each([
    ['?next=%2Fcontacts%3Fq%3Dana', '/contacts?q=ana'],
    ['', '/inbox'],
    ['?next=https%3A%2F%2Fevil.example', '/inbox'],
    ['?next=%2F%2Fevil.example', '/inbox'],
    ['?next=%2F%5Cevil.example', '/inbox'],
    ['?next=%2Flogin%3Fnext%3D%2Flogin', '/inbox'],
  ])('%s → %s', (search, path) => expect(nextPath(search)).toBe(path));
});

it('comes back to where it left', () => {
  expect(nextPath(toSignIn('/inbox/01abc?filter=mine').replace('/login', ''))).toBe('/inbox/01abc?filter=mine');
});
