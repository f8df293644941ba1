import { Brand } from '@chat-saas/contract';
import { useWhiteLabel } from '@chat-saas/ui/branding/use-white-label.ts';
import { Panel } from '@chat-saas/ui/components/Panel.tsx';
import { ProblemNote } from '@chat-saas/ui/components/ProblemNote.tsx';
import { notifyDone } from '@chat-saas/ui/components/toasts.tsx';
import { markShown } from '@chat-saas/ui/data/shown-errors.ts';
import { Button, FileButton } from '@mantine/core';
import { IconPhoto, IconTrash, IconUpload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../app/api.ts';
import { uploadFile } from '../../app/upload-file.ts';
import classes from './settings.module.css';

const TYPES = 'image/png,image/jpeg,image/webp';

export function BrandPictures({ brand }: { brand: Brand }) {
  const { t } = useTranslation('app');
  return (
    <Panel title={t('settings.pictures')}>
      <div className={classes.pictures}>
        <Picture kind="logo" url={brand.logoUrl} />
        <Picture kind="favicon" url={brand.faviconUrl} />
      </div>
    </Panel>
  );
}

function Picture({ kind, url }: { kind: 'logo' | 'favicon'; url: string | null }) {
  const { t } = useTranslation('app');
  const { mutate, error, isPending } = usePictureChange(kind);
  return (
    <div className={classes.picture}>
      <span className={classes.frame} data-kind={kind}>
        {url ? <img src={url} alt={t(`settings.${kind}`)} /> : <IconPhoto size={22} stroke={1.5} aria-hidden />}
      </span>
      <div>
        <strong>{t(`settings.${kind}`)}</strong>
        <small>{t(`settings.${kind}Hint`)}</small>
        <div className={classes.buttons}>
          <FileButton accept={TYPES} onChange={(file) => file && mutate(file)}>
            {(props) => (
              <Button {...props} variant="default" loading={isPending} leftSection={<IconUpload size={16} />}>
                {t(url ? 'settings.replace' : 'settings.upload')}
              </Button>
            )}
          </FileButton>
          {url && (
            <Button variant="subtle" color="gray" disabled={isPending} leftSection={<IconTrash size={16} />} onClick={() => mutate(null)}>
              {t('settings.removePicture')}
            </Button>
          )}
        </div>
      </div>
      {error !== null && (
        <div className={classes.pictureProblem}>
          <ProblemNote error={error} />
        </div>
      )}
    </div>
  );
}

/** Sends a new picture, or goes back to the default with null. */
function usePictureChange(kind: 'logo' | 'favicon') {
  const { t } = useTranslation('app');
  const queryClient = useQueryClient();
  const { brand, setBrand } = useWhiteLabel();
  return useMutation({
    mutationFn: async (file: File | null) =>
      file ? Brand.parse(await uploadFile(`/api/v1/brand/${kind}`, file, { method: 'PUT' })) : api.brand.removePicture({ picture: kind }),
    onSuccess: ({ logoUrl, faviconUrl }) => {
      queryClient.setQueryData(orpc.brand.edit.queryKey(), (before) => before && { ...before, logoUrl, faviconUrl });
      setBrand({ ...brand, logoUrl, faviconUrl });
      notifyDone(t('saved'));
    },
    onError: markShown,
  });
}
