/**
 * One key for all spellings of a number. WhatsApp knows many Brazilian mobiles without the ninth digit that the carriers
 * added; both spellings are one person. Land lines (2 to 5 after the area code) never had it.
 * @see Anatel, Resolução 553/2010
 */
export function phoneKey(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  const mobile = /^55([1-9]\d)([6-9]\d{7})$/.exec(digits);
  return mobile ? `55${mobile[1]}9${mobile[2]}` : digits;
}
