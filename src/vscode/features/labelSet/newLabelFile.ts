import { t } from '../../../core/l10n';

/** A file of labels to begin with: the labels in use, and one of one's own to change. */
export function newLabelFile(preset: string): string {
  const file = {
    title: t('My labels'),
    extends: [preset],
    labels: [
      {
        name: 'SHIP',
        title: t('Ship'),
        plural: t('Ships'),
        key: 'b',
        color: { light: '#0b6e75', dark: '#5cc8d0' },
        guideline: [
          t('Ships and boats with a name of their own.'),
          '',
          t('- *Yes*: the **Ever Given**'),
          t('- *No*: a tanker'),
        ],
        relations: [{ type: 'owner' }],
      },
    ],
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
