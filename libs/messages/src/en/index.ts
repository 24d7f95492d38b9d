import { acts } from './acts';
import { api } from './api';
import { board } from './board';
import { collab } from './collab';
import { labels } from './labels';
import { rules } from './rules';
import { slots } from './slots';
import { texts } from './texts';
import { ui } from './ui';
import { web } from './web';
import { webProcess } from './web-process';
import { webSetUp } from './web-set-up';
import { writing } from './writing';

/** Every sentence of this language, by code. */
export const en = {
  ...acts,
  ...api,
  ...board,
  ...collab,
  ...labels,
  ...rules,
  ...slots,
  ...texts,
  ...ui,
  ...web,
  ...webProcess,
  ...webSetUp,
  ...writing,
};
