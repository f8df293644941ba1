import mongoose from 'mongoose';

/** One document; a field is null while its default holds. */
export interface BrandDoc {
  _id: 'brand';
  companyName: string | null;
  primaryColor: string | null;
  secondaryColor: string | null;
  customCss: string;
  /** Names of files in the brand folder. */
  customCssFile: string | null;
  logo: string | null;
  favicon: string | null;
}

const text = { type: String, default: null };
const schema = new mongoose.Schema<BrandDoc>(
  {
    _id: { type: String, required: true },
    companyName: text,
    primaryColor: text,
    secondaryColor: text,
    customCss: { type: String, default: '' },
    customCssFile: text,
    logo: text,
    favicon: text,
  },
  { versionKey: false },
);
export const BrandModel = mongoose.model('Brand', schema, 'brand');
