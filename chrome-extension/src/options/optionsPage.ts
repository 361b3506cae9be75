import { openPage } from '../ui/page.ts';
import { optionsForm } from './optionsForm.ts';

const page = await openPage(({ optionsHeading }) => optionsHeading);
page.root.replaceChildren(optionsForm(page));
