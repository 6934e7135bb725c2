import { ByteReader, ByteWriter } from './bytes';

const MAGIC = 'newsmark-names-1';

/** Cuts a model file into its named sections. Throws where it is none, or of another version. */
export function readSections(file: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const reader = new ByteReader(file);
  if (reader.text() !== MAGIC) throw new Error('not a model of names, or one of another version');
  const sections = new Map<string, Uint8Array>();
  for (let count = reader.varint(); count > 0; count--) {
    const name = reader.text();
    sections.set(name, reader.take(reader.varint()));
  }
  return sections;
}

/** The section of this name; throws where there is none. */
export function sectionOf(sections: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const section = sections.get(name);
  if (!section) throw new Error(`the model has no section ${name}`);
  return section;
}

/** The bytes of a model file with these sections. */
export function writeSections(sections: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const writer = new ByteWriter();
  writer.text(MAGIC);
  writer.varint(sections.size);
  for (const [name, bytes] of sections) {
    writer.text(name);
    writer.varint(bytes.length);
    writer.append(bytes);
  }
  return writer.finish();
}
