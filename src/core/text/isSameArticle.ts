import { Text } from './text';

/** Whether two files hold the same article, though not the same characters: line ends and byte-order mark aside. */
export function isSameArticle(a: string, b: string): boolean {
  return Text.of(a).value === Text.of(b).value;
}
