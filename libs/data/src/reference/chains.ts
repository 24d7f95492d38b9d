import { CHAIN_TEMPLATES, readTemplateFile, type ChainTemplate } from '@enig/approval';
import addendum from './chains/allonge.json';
import part from './chains/del.json';
import extension from './chains/forlaengelse.json';
import midtjylland from './chains/midtjylland-2017.json';
import nordjylland from './chains/nordjylland-2007.json';
import sjaelland from './chains/sjaelland-2021.json';

const FILES: readonly unknown[] = [sjaelland, midtjylland, nordjylland, part, addendum, extension];

/**
 * Every template an agreement can be put on: the first one, and those that are files.
 *
 * @throws Error for a file that is no template, or one with a fault: it must not come into a database (AP-26, AP-27).
 */
export function chainTemplates(files: readonly unknown[] = FILES): readonly ChainTemplate[] {
  const read = files.map((file, index) => {
    const template = readTemplateFile(file);
    if (template.ok) return template.value;
    throw new Error(`Template file ${index + 1}: ${JSON.stringify(template.error)}`);
  });
  return [...CHAIN_TEMPLATES, ...read];
}
