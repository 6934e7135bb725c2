/** A file of labels to begin with: the labels in use, and one of one's own to change. */
export function newLabelFile(preset: string): string {
  const file = {
    title: 'My labels',
    extends: [preset],
    labels: [
      {
        name: 'SHIP',
        title: 'Ship',
        plural: 'Ships',
        key: 'b',
        color: { light: '#0b6e75', dark: '#5cc8d0' },
        guideline: ['Ships and boats with a name of their own.', '', '- *Yes*: the **Ever Given**', '- *No*: a tanker'],
        relations: [{ type: 'owner' }],
      },
    ],
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
