import { linkParts, unbroken } from './message-text.ts';

/** What somebody wrote, with its web addresses to click on. */
export const LinkedText = ({ text }: { text: string }) =>
  linkParts(unbroken(text)).map((part, index) =>
    part.href ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one fixed text
      <a key={index} href={part.href} target="_blank" rel="noopener noreferrer nofollow">
        {part.text}
      </a>
    ) : (
      part.text
    ),
  );
